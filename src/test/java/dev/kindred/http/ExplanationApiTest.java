package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** How hits say that they got their places. */
class ExplanationApiTest extends SampleApi {
  @Test
  void anExplanationTellsRanksScoresWordsAndFusion() {
    JsonNode hit =
        samples.search("q=how do roots sense drought&explain=true").path("results").path(0);
    JsonNode why = hit.path("explanation");
    assertThat(why.fieldNames())
        .toIterable()
        .containsExactly("tier", "exactly", "meaning", "words", "fusion");
    assertThat(why.path("meaning").fieldNames())
        .toIterable()
        .containsExactly("rank", "cosine", "random_mean", "random_deviation");
    assertThat(why.path("words").fieldNames())
        .toIterable()
        .containsExactly("rank", "bm25", "bm25_at_most", "matched");
    assertThat(why.path("meaning").path("rank").asInt()).isEqualTo(1);
    assertThat(why.path("words").path("bm25").asDouble())
        .isLessThan(why.path("words").path("bm25_at_most").asDouble());
    List<String> matched = new ArrayList<>();
    why.path("words").path("matched").forEach(word -> matched.add(word.path("stem").asText()));
    assertThat(matched).contains("root", "drought");
    JsonNode drought = word("drought", why);
    assertThat(drought.path("title").asInt()).isEqualTo(1);
    assertThat(drought.path("weight").asDouble()).isPositive();
    JsonNode fusion = why.path("fusion");
    assertThat(
            fusion.path("tier").asDouble()
                + fusion.path("meaning").asDouble()
                + fusion.path("words").asDouble())
        .isCloseTo(hit.path("score").asDouble(), within(2e-6));
  }

  private static JsonNode word(String stem, JsonNode explanation) {
    return StreamSupport.stream(explanation.path("words").path("matched").spliterator(), false)
        .filter(word -> word.path("stem").asText().equals(stem))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void wordsAloneKnowNoMeaningAndByMeaningWordsHaveNoRank() {
    JsonNode lexical =
        samples
            .search("q=drought&mode=lexical&explain=true")
            .path("results")
            .path(0)
            .path("explanation");
    assertThat(lexical.has("words")).isTrue();
    assertThat(lexical.has("meaning")).isFalse();
    JsonNode semantic =
        samples
            .search("q=quokkas in drought&mode=semantic&explain=true")
            .path("results")
            .path(0)
            .path("explanation");
    assertThat(semantic.path("meaning").path("rank").asInt()).isEqualTo(1);
    assertThat(semantic.path("words").path("rank").isNull()).isTrue();
    assertThat(semantic.path("words").path("bm25").asDouble()).isPositive();
    assertThat(semantic.path("fusion").path("words").asDouble()).isZero();
  }

  @Test
  void theTierSaysWhatLiftedAPaper() {
    JsonNode rare = samples.search("q=quokka&explain=true").path("results").path(0);
    assertThat(rare.path("id").asText()).isEqualTo("quokka");
    JsonNode named = samples.search("q=Nim Tarrow&explain=true").path("results").path(0);
    assertThat(named.path("explanation").path("tier").asText()).isEqualTo("named");
    assertThat(named.path("label").asText()).isEqualTo("strong");
    JsonNode quoted = samples.search("q=animals \"at dusk\"&explain=true").path("results").path(0);
    assertThat(quoted.path("id").asText()).isEqualTo("quokka");
    assertThat(quoted.path("explanation").path("tier").asText()).isEqualTo("rare");
    assertThat(quoted.path("explanation").path("exactly").path(0).asText()).isEqualTo("at dusk");
  }
}
