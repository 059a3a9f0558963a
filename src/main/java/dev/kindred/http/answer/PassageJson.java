package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.Paper;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.sentence.Span;
import dev.kindred.search.sentence.Passage;
import java.util.List;
import java.util.Locale;

/** What to show of a hit, as JSON. Places are chars of UTF-16, as JavaScript counts. */
final class PassageJson {
  private PassageJson() {}

  /** Adds the sentence that answers, and where the query's words are. */
  static void put(ObjectNode json, Passage passage, Paper paper) {
    passage
        .sentence()
        .ifPresent(sentence ->
            json.set(
                "sentence",
                span(sentence.span())
                    .put("text", text(paper, sentence.span()))
                    .put("method", sentence.method().name().toLowerCase(Locale.ROOT))));
    ObjectNode highlights = json.putObject("highlights");
    put(highlights.putArray("title"), passage.title());
    put(highlights.putArray("abstract"), passage.abstractText());
  }

  private static String text(Paper paper, Span span) {
    return paper.abstractText().substring(span.start(), span.end());
  }

  private static void put(ArrayNode array, List<Span> spans) {
    spans.forEach(span -> array.add(span(span)));
  }

  private static ObjectNode span(Span span) {
    return PaperJson.MAPPER.createObjectNode().put("start", span.start()).put("end", span.end());
  }
}
