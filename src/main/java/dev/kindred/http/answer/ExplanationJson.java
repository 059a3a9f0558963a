package dev.kindred.http.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.Explanation;
import dev.kindred.search.MatchedWord;
import dev.kindred.search.ranking.LegScore;
import dev.kindred.search.ranking.RankedHit;

/** How a hit got its place, as JSON. */
final class ExplanationJson {
  private ExplanationJson() {}

  static ObjectNode of(Explanation explanation) {
    RankedHit hit = explanation.hit();
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("tier", hit.tier().toString());
    ArrayNode exactly = json.putArray("exactly");
    explanation.exactly().forEach(exactly::add);
    hit.meaning().ifPresent(meaning -> meaning(json.putObject("meaning"), meaning, explanation));
    hit.words().ifPresent(words -> words(json.putObject("words"), words, explanation));
    json.putObject("fusion")
        .put("tier", hit.tier().bonus())
        .put("meaning", Rounded.score(hit.fused().meaning()))
        .put("words", Rounded.score(hit.fused().words()));
    return json;
  }

  private static void meaning(ObjectNode json, LegScore meaning, Explanation explanation) {
    putRank(json, meaning);
    json.put("cosine", Rounded.shown(meaning.value()));
    explanation
        .background()
        .ifPresent(random ->
            json.put("random_mean", Rounded.shown(random.mean()))
                .put("random_deviation", Rounded.shown(random.deviation())));
  }

  private static void words(ObjectNode json, LegScore words, Explanation explanation) {
    putRank(json, words);
    json.put("bm25", Rounded.shown(words.value()));
    json.put("bm25_at_most", Rounded.shown(explanation.ceiling()));
    ArrayNode matched = json.putArray("matched");
    explanation.words().forEach(word -> matched.add(of(word)));
  }

  private static ObjectNode of(MatchedWord word) {
    return PaperJson.MAPPER
        .createObjectNode()
        .put("word", word.word())
        .put("stem", word.stem())
        .put("weight", Rounded.shown(word.weight()))
        .put("title", word.title())
        .put("abstract", word.abstractText())
        .put("authors", word.authors());
  }

  private static void putRank(ObjectNode json, LegScore score) {
    if (score.rank().isPresent()) {
      json.put("rank", score.rank().getAsInt());
    } else {
      json.putNull("rank");
    }
  }
}
