package dev.kindred.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Optional;

/** Near-duplicates as JSON. */
public final class DuplicatesJson {
  /** How many papers an answer examines; each takes some milliseconds. */
  public static final int MAX_EXAMINED = 1_000;

  public static final int DEFAULT_EXAMINED = 200;

  private DuplicatesJson() {}

  /**
   * Examines a part of the collection.
   *
   * @param cursor the {@code next} of the answer before; none to begin
   * @param limit how many papers are examined
   * @throws InvalidRequest if one of these cannot be
   */
  public static ObjectNode part(
      IndexView view, Optional<String> cursor, int limit, double minSimilarity) {
    if (limit < 1 || limit > MAX_EXAMINED) {
      throw new InvalidRequest("limit is %d; it must be 1 to %d".formatted(limit, MAX_EXAMINED));
    }
    Optional<PaperId> last = cursor.map(Cursor::parse).map(Cursor::last);
    DuplicateSearch.Part part = new DuplicateSearch(view, minSimilarity).examine(last, limit);
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
  public static ObjectNode of(IndexView view, PaperId id, double minSimilarity) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode().put("id", id.value());
    ArrayNode duplicates = json.putArray("duplicates");
    for (DuplicatePair pair : new DuplicateSearch(view, minSimilarity).of(id)) {
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
    json.put("similarity", rounded(pair.similarity())).put("same_title", pair.sameTitle());
    if (pair.cosine().isPresent()) {
      json.put("cosine", rounded(pair.cosine().getAsDouble()));
    } else {
      json.putNull("cosine");
    }
    return json;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
