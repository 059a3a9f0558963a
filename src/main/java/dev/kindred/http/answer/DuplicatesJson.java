package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.request.Cursor;
import dev.kindred.http.request.DuplicatesPart;
import dev.kindred.index.Counts;
import dev.kindred.index.IndexView;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.recommendation.DuplicatePair;
import dev.kindred.search.recommendation.DuplicateSearch;
import java.util.List;

/** Near-duplicates as JSON. One for each view; used by one thread. */
public final class DuplicatesJson {
  private final IndexView view;
  private final DuplicateSearch search;

  /**
   * @throws InvalidRequest if papers cannot be asked to be as similar as that
   */
  public DuplicatesJson(IndexView view, double minSimilarity) {
    this.view = view;
    this.search = new DuplicateSearch(view, minSimilarity);
  }

  /** Examines a part of the collection. */
  public ObjectNode part(DuplicatesPart wanted) {
    DuplicateSearch.Part part = search.examine(wanted.last(), wanted.limit());
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    ArrayNode pairs = json.putArray("pairs");
    for (DuplicatePair pair : part.pairs()) {
      ObjectNode found = likeness(pairs.addObject(), pair);
      ArrayNode papers = found.putArray("papers");
      List.of(pair.first(), pair.second()).forEach(paper -> put(papers.addObject(), paper));
    }
    json.put("examined", part.examined());
    json.put("next", part.next().map(Cursor::new).map(Cursor::encoded).orElse(null));
    Counts counts = view.counts();
    return json.put("total", counts.papers()).put("embedded", counts.embedded());
  }

  /** The near-duplicates of one paper. */
  public ObjectNode of(PaperId id) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode().put("id", id.value());
    ArrayNode duplicates = json.putArray("duplicates");
    for (DuplicatePair pair : search.of(id)) {
      Paper other = pair.first().id().equals(id) ? pair.second() : pair.first();
      likeness(put(duplicates.addObject(), other), pair);
    }
    return json;
  }

  private static ObjectNode put(ObjectNode json, Paper paper) {
    return json.put("id", paper.id().value())
        .put("title", paper.title())
        .put("published", paper.published().map(PublicationDate::toString).orElse(null));
  }

  private static ObjectNode likeness(ObjectNode json, DuplicatePair pair) {
    json.put("similarity", Rounded.shown(pair.similarity())).put("same_title", pair.sameTitle());
    if (pair.cosine().isPresent()) {
      json.put("cosine", Rounded.shown(pair.cosine().getAsDouble()));
    } else {
      json.putNull("cosine");
    }
    return json;
  }
}
