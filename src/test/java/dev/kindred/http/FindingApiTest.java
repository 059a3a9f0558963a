package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.http.RunningServer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers tell of the sample papers: fit, labels, order, spelling. */
class FindingApiTest extends SampleApi {
  private static final String DROUGHT =
      "A hydraulic pulse precedes abscisic acid in the first minutes of root drought perception";

  @Test
  void aTitleIsStrongAndItsPaperComesFirst() {
    JsonNode answer = samples.search("q=" + DROUGHT);
    JsonNode best = answer.path("results").path(0);
    assertThat(best.path("id").asText()).isEqualTo("sample-drought-sensing-roots");
    assertThat(best.path("label").asText()).isEqualTo("strong");
    assertThat(best.path("relevance").asDouble()).isBetween(.8, 1.);
    assertThat(answer.path("fit").asText()).isEqualTo("strong");
    assertThat(answer.has("notice")).isFalse();
  }

  @Test
  void aQuestionOfAnotherWorldSaysThatNothingFits() {
    JsonNode answer = samples.search("q=pizza mozzarella basil");
    assertThat(answer.path("fit").asText()).isIn("none", "weak");
    assertThat(answer.path("notice").asText()).startsWith("Nothing here fits the query");
    JsonNode all = samples.search("q=pizza mozzarella basil&min_relevance=0");
    assertThat(all.path("total").asInt()).isEqualTo(121);
    assertThat(all.path("min_relevance").asDouble()).isZero();
    assertThat(all.path("notice").asText()).endsWith("this is the nearest there is.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "semantic", "lexical"})
  void aThresholdLeavesWhatHasTheLabelAndSaysHowManyItLeftOut(String mode) {
    JsonNode all = samples.search("q=" + DROUGHT + "&min_relevance=0&mode=" + mode);
    JsonNode strong = samples.search("q=" + DROUGHT + "&min_relevance=strong&mode=" + mode);
    assertThat(strong.path("min_relevance").asDouble()).isEqualTo(.8);
    assertThat(strong.path("results"))
        .isNotEmpty()
        .allMatch(hit -> hit.path("label").asText().equals("strong"));
    assertThat(strong.path("total").asInt() + strong.path("left_out").asInt())
        .isEqualTo(all.path("total").asInt());
    assertThat(all.has("left_out")).isFalse();
  }

  @Test
  void scoresNeverRiseDownAList() {
    JsonNode answer = samples.search("q=how do plants sense drought&min_relevance=0&limit=100");
    List<Double> scores =
        StreamSupport.stream(answer.path("results").spliterator(), false)
            .map(hit -> hit.path("score").asDouble())
            .toList();
    assertThat(scores).hasSize(100).isSortedAccordingTo((one, other) -> Double.compare(other, one));
  }

  @Test
  void byDateWhatIsHardlyRelatedIsLeftOutAndTheThresholdIsSaid() {
    JsonNode answer = samples.search("q=how do plants sense drought&sort=date&limit=100");
    assertThat(answer.path("sort").asText()).isEqualTo("date");
    assertThat(answer.path("min_relevance").asDouble()).isEqualTo(.3);
    List<String> dates = new ArrayList<>();
    answer.path("results").forEach(hit -> dates.add(hit.path("published").asText()));
    assertThat(dates).isNotEmpty().isSortedAccordingTo((one, other) -> other.compareTo(one));
    JsonNode oldest = samples.search("q=how do plants sense drought&sort=date_asc&limit=100");
    assertThat(SampleServer.ids(oldest))
        .containsExactlyInAnyOrderElementsOf(SampleServer.ids(answer));
    assertThat(oldest.path("results").path(0).path("published").asText())
        .isEqualTo(dates.getLast());
  }

  @Test
  void whatIsQuotedAndNowhereIsSaid() {
    JsonNode answer = samples.search("q=drought \"zorbing quarks\" \"drought\"");
    assertThat(answer.path("not_found").toString()).isEqualTo("[\"zorbing quarks\"]");
    assertThat(samples.search("q=\"drought\"").has("not_found")).isFalse();
  }

  @Test
  void aWordThatIsNowhereIsOfferedBetterAndNeverReplaced() {
    JsonNode answer = samples.search("q=quokkkas in droughht&mode=lexical");
    assertThat(answer.path("did_you_mean").toString())
        .isEqualTo(
            "{\"q\":\"quokkas in drought\",\"words\":[{\"given\":\"quokkkas\",\"near\":\"quokkas\"},"
                + "{\"given\":\"droughht\",\"near\":\"drought\"}]}");
    assertThat(answer.path("total").asInt()).isZero();
    assertThat(answer.path("notice").asText()).isEqualTo("No paper matches the query.");
    assertThat(samples.search("q=quokkas in drought").has("did_you_mean")).isFalse();
  }

  @Test
  void tooManyQuotedPhrasesAreRefused() {
    Reply reply = samples.server().get("/v1/search?q=" + "%22a%22%20%22b%22" + quoted());
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.detail())
        .isEqualTo("q has 22 phrases in quotation marks; at most 20 are allowed");
  }

  private static String quoted() {
    StringBuilder phrases = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      phrases.append("%20%22p").append(i).append("%22");
    }
    return phrases.toString();
  }
}
