package dev.kindred.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.FacetField;
import dev.kindred.index.Filter;
import dev.kindred.index.Order;
import dev.kindred.search.FacetWish;
import dev.kindred.search.ListShape;
import dev.kindred.search.Page;
import dev.kindred.search.SearchMode;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import dev.kindred.search.recommendation.Diversity;
import dev.kindred.search.sentence.SentenceWish;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SearchBodyTest {
  private static final Filter EVERY_KIND =
      new Filter.All(
          List.of(
              new Filter.Any(List.of(new Filter.Category("a"), new Filter.AuthorName("Ada"))),
              new Filter.Not(new Filter.Metadata("venue.name", "ACL")),
              new Filter.MetadataRange("pages", OptionalDouble.of(1.5), OptionalDouble.empty()),
              new Filter.MetadataRange("pages", OptionalDouble.empty(), OptionalDouble.of(1e300)),
              new Filter.Published(Optional.empty(), Optional.of(LocalDate.of(2024, 2, 29)))));

  @Test
  void whatIsSentIsReadAsItWas() {
    FacetWish facets =
        new FacetWish(List.of(new FacetField.Year(), new FacetField.Metadata("venue")), 7);
    assertIsReadAsItWas(
        new SearchQuery(
            "\"sea ice\"\n& more",
            SearchMode.LEXICAL,
            EVERY_KIND,
            new ListShape(
                Optional.empty(), OptionalDouble.of(.1), new Diversity(.7), true, facets)),
        new Showing(new Page(3, 997), true, SentenceWish.EXACT));
    assertIsReadAsItWas(
        new SearchQuery(
            "x",
            SearchMode.SEMANTIC,
            Filter.NONE,
            new ListShape(
                Optional.of(Order.OLDEST_FIRST),
                OptionalDouble.empty(),
                Diversity.NONE,
                false,
                FacetWish.NONE)),
        Showing.of(Page.FIRST));
  }

  private static void assertIsReadAsItWas(SearchQuery query, Showing showing) {
    Parameters sent = Parameters.ofJson(SearchBody.of(query, showing), SearchParameters.KNOWN);
    assertThat(SearchParameters.parse(sent)).isEqualTo(new SearchRequest.Make(query, showing));
  }
}
