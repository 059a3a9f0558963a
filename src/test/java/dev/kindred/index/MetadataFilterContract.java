package dev.kindred.index;

import static dev.kindred.index.Samples.id;
import static dev.kindred.index.Samples.ids;
import static dev.kindred.index.Samples.inCategories;
import static dev.kindred.index.Samples.paper;
import static dev.kindred.index.Samples.withMetadata;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every filter over metadata, and every composition of filters, must leave. */
public abstract class MetadataFilterContract extends IndexedPapers {

  @ParameterizedTest
  @CsvSource({
    "venue, ACL, text list",
    "venue, acl, ''",
    "venue, AC, ''",
    "venue, ' ACL ', text list",
    "ven, ueACL, ''",
    "venue, EMNLP, list deep",
    "venue, true, truth",
    "venue, 7, number",
    "venue, 7.0, number",
    "venue, 70e-1, number",
    "venue, 007, zeros",
    "venue, null, ''",
    "venue, name, ''",
    "Venue, ACL, ''",
    "größe, ½, text",
  })
  void aFieldIsMatchedByATextANumberOrATruthValue(String name, String value, String left) {
    String withNull = "{\"id\": \"empty\", \"title\": \"t\", \"metadata\": {\"venue\": null}}";
    put(
        PaperJson.read(withNull, PaperJson.UnknownFields.REFUSED),
        withMetadata(paper("deep"), Map.of("venue", List.of(List.of("EMNLP"), Map.of("a", "ACL")))),
        withMetadata(paper("list"), Map.of("venue", List.of("ACL", "EMNLP", 3))),
        withMetadata(paper("number"), Map.of("venue", 7)),
        withMetadata(paper("object"), Map.of("venue", Map.of("name", "ACL"))),
        withMetadata(paper("text"), Map.of("venue", " ACL", "größe", "½")),
        withMetadata(paper("truth"), Map.of("venue", true)),
        withMetadata(paper("zeros"), Map.of("venue", "007")));

    assertThat(left(new Filter.Metadata(name, value)))
        .containsExactlyInAnyOrderElementsOf(left.isEmpty() ? List.of() : ids(left.split(" ")));
  }

  @Test
  void aLongTextIsNotMatched() {
    put(
        withMetadata(paper("a"), Map.of("note", "é".repeat(128))),
        withMetadata(paper("b"), Map.of("note", "é".repeat(129))));

    assertThat(left(new Filter.Metadata("note", "é".repeat(128)))).isEqualTo(ids("a"));
    assertThat(left(new Filter.Metadata("note", "é".repeat(129)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-10, 10, decimal half list minus negative zero",
    "-2.5, -2.5, negative",
    "-2.4, -0.1, half",
    "0, 0, minus zero",
    "-0.0, 0.2, minus zero",
    "0.1, '', decimal huge list most",
    "0.3, 0.3, decimal",
    "'', -3, least",
    "2, 4, list",
    "9.5, 11, ''",
    "1e19, 1e21, huge",
    "1e300, '', most",
  })
  void aRangeLeavesTheNumbersInIt(String from, String to, String left) {
    put(
        withMetadata(paper("decimal"), Map.of("n", new BigDecimal("0.30"))),
        withMetadata(paper("half"), Map.of("n", new BigDecimal("-0.5"))),
        withMetadata(paper("huge"), Map.of("n", new BigInteger("100000000000000000000"))),
        withMetadata(paper("least"), Map.of("n", new BigDecimal("-1e400"))),
        withMetadata(paper("list"), Map.of("n", List.of("x", 3, 30))),
        withMetadata(paper("minus"), Map.of("n", new BigDecimal("-0.0"))),
        withMetadata(paper("most"), Map.of("n", new BigDecimal("1e400"))),
        withMetadata(paper("negative"), Map.of("n", new BigDecimal("-2.5"))),
        withMetadata(paper("other"), Map.of("m", 1, "nn", 1)),
        withMetadata(paper("text"), Map.of("n", "1")),
        withMetadata(paper("zero"), Map.of("n", 0)));

    assertThat(left(new Filter.MetadataRange("n", end(from), end(to))))
        .containsExactlyInAnyOrderElementsOf(left.isEmpty() ? List.of() : ids(left.split(" ")));
  }

  private static OptionalDouble end(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  @Test
  void aNumberBeyondAllMeasureIsStoredAndFound() {
    BigDecimal vast = new BigDecimal("1e999999");
    put(withMetadata(paper("a"), Map.of("n", vast)), paper("b"));

    assertThat(left(new Filter.Metadata("n", "1E+999999"))).isEqualTo(ids("a"));
  }

  @Test
  void anyAllAndNotComposeAsTheyRead() {
    put(
        inCategories(paper("xy"), "x", "y"),
        inCategories(paper("x"), "x"),
        inCategories(paper("y"), "y"),
        paper("none"));
    Filter x = new Filter.Category("x");
    Filter y = new Filter.Category("y");

    assertThat(left(new Filter.All(List.of(x, y)))).isEqualTo(ids("xy"));
    assertThat(left(new Filter.Any(List.of(x, y)))).isEqualTo(ids("x", "xy", "y"));
    assertThat(left(new Filter.Not(x))).isEqualTo(ids("none", "y"));
    assertThat(left(new Filter.Not(new Filter.Any(List.of(x, y))))).isEqualTo(ids("none"));
    assertThat(left(new Filter.All(List.of(x, new Filter.Not(y))))).isEqualTo(ids("x"));
    assertThat(left(new Filter.Any(List.of(new Filter.Not(x), new Filter.Not(y)))))
        .isEqualTo(ids("none", "x", "y"));
    assertThat(left(new Filter.Not(new Filter.Not(x)))).isEqualTo(ids("x", "xy"));
    assertThat(left(new Filter.Not(Filter.NONE))).isEmpty();
    assertThat(left(new Filter.Any(List.of(Filter.NONE, x)))).hasSize(4);
    assertThat(left(new Filter.Not(new Filter.AuthorName("?")))).hasSize(4);
  }

  @Test
  void aReplacedPaperIsLeftByItsNewMetadataOnly() {
    put(withMetadata(paper("a"), Map.of("n", 1)), withMetadata(paper("b"), Map.of("n", 1)));
    index.delete(id("b"));
    put(withMetadata(paper("a"), Map.of("n", 2)));

    assertThat(left(new Filter.Metadata("n", "1"))).isEmpty();
    assertThat(left(new Filter.Metadata("n", "2"))).isEqualTo(ids("a"));
  }

  private List<PaperId> left(Filter filter) {
    try (IndexView view = index.view()) {
      List<PaperId> left =
          view.browse(filter, Order.NEWEST_FIRST, 0, 100).stream().sorted().toList();
      assertThat(view.count(filter)).isEqualTo(left.size());
      return left;
    }
  }
}
