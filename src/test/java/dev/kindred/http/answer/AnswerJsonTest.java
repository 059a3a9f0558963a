package dev.kindred.http.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.Counts;
import dev.kindred.index.Facet;
import dev.kindred.index.FacetField;
import dev.kindred.index.Filter;
import dev.kindred.index.Order;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.search.DidYouMean;
import dev.kindred.search.FacetWish;
import dev.kindred.search.Facets;
import dev.kindred.search.Fit;
import dev.kindred.search.ListCursor;
import dev.kindred.search.ListRequest;
import dev.kindred.search.ListShape;
import dev.kindred.search.ListSummary;
import dev.kindred.search.Page;
import dev.kindred.search.Result;
import dev.kindred.search.SearchAnswer;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.SimilarQuery;
import dev.kindred.search.recommendation.Diversity;
import dev.kindred.search.relevance.Relevance;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
  private static final Counts WHOLE = new Counts(3, 3, 0, 0, 0);
  private static final ListRequest SIMILAR =
      new SimilarQuery(new PaperId("a"), Filter.NONE, Diversity.NONE);

  private static SearchAnswer answer(
      ListRequest request, List<Result> results, ListSummary summary, int gone) {
    return new SearchAnswer(
        request,
        results,
        summary,
        SearchAnswer.Origin.KEPT,
        new ListCursor("AbCdEfGhIjKlMnOp"),
        Page.FIRST,
        gone);
  }

  private static SearchQuery byDate() {
    return new SearchQuery(
        "x",
        SearchMode.LEXICAL,
        Filter.NONE,
        new ListShape(
            Optional.of(Order.NEWEST_FIRST),
            OptionalDouble.empty(),
            Diversity.NONE,
            false,
            FacetWish.NONE));
  }

  @Test
  void whatIsNotWholeIsSaid() {
    ListSummary summary =
        new ListSummary(
            1_000,
            true,
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            true,
            new Counts(3_000, 2_000, 999, 1, 0));
    assertThat(AnswerJson.of(answer(SIMILAR, List.of(), summary, 2)))
        .hasToString(
            """
            {"results":[],"gone":2,"total":1000,"total_relation":"gte","limit":10,"offset":0,\
            "cursor":"AbCdEfGhIjKlMnOp","list":"kept","sort":"relevance",\
            "query_truncated":true,"incomplete":{"papers":3000,"embedded":2000,"pending":999,\
            "failed":1}}\
            """);
  }

  @Test
  void whatIsWholeNeedsNoWords() {
    ListSummary summary =
        new ListSummary(
            0,
            false,
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            WHOLE);
    assertThat(AnswerJson.of(answer(SIMILAR, List.of(), summary, 0)))
        .hasToString(
            """
            {"results":[],"total":0,"total_relation":"eq","limit":10,"offset":0,\
            "cursor":"AbCdEfGhIjKlMnOp","list":"kept","sort":"relevance"}\
            """);
  }

  @Test
  void whatCameOfAQueryIsSaid() {
    ListSummary summary =
        new ListSummary(
            1,
            false,
            Optional.of(Fit.WEAK),
            7,
            Optional.of(
                new Facets(
                    List.of(
                        new Facet(
                            new FacetField.Metadata("venue"),
                            List.of(new Facet.Value("ACL", 2)),
                            4)),
                    Facets.Scope.ALL_MATCHING)),
            Optional.of(new DidYouMean("sea \"ice\"", List.of(new DidYouMean.Word("Saa", "sea")))),
            List.of("ice"),
            false,
            WHOLE);
    assertThat(AnswerJson.of(answer(byDate(), List.of(), summary, 0)))
        .hasToString(
            """
            {"results":[],"total":1,"total_relation":"eq","limit":10,"offset":0,\
            "cursor":"AbCdEfGhIjKlMnOp","list":"kept","mode":"lexical","sort":"date",\
            "min_relevance":0.3,"fit":"weak","left_out":7,\
            "notice":"Nothing here is clearly what was asked for; this is the nearest there is.",\
            "did_you_mean":{"q":"sea \\"ice\\"","words":[{"given":"Saa","near":"sea"}]},\
            "not_found":["ice"],\
            "facets":{"over":"all_matching","fields":{"metadata.venue":{"values":[{"value":"ACL",\
            "papers":2}],"distinct":4}}}}\
            """);
  }

  @Test
  void roundingNeverMakesAScoreRise() {
    List<Result> results =
        List.of(result(1.0000004999), result(1.00000049), result(.3333333333), result(1e-9));
    ListSummary summary =
        new ListSummary(
            4,
            false,
            Optional.of(Fit.STRONG),
            0,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            WHOLE);
    assertThat(AnswerJson.of(answer(byDate(), results, summary, 0)).path("results"))
        .extracting(result -> result.path("score").doubleValue())
        .containsExactly(1.0, 1.0, .333333, 0.0);
  }

  @Test
  void relevanceHasALabel() {
    assertThat(ResultJson.of(result(1)).path("relevance").doubleValue()).isEqualTo(.8543);
    assertThat(ResultJson.of(result(1)).path("label").textValue()).isEqualTo("strong");
  }

  private static Result result(double score) {
    return new Result(
        Paper.of(new PaperId("a"), "A", "b"),
        score,
        Optional.of(new Relevance(.85432)),
        Optional.empty(),
        Optional.empty());
  }
}
