package dev.kindred.ingest.format;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.TestData;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The four real pages, against another parse of them. */
class SeedPagesTest {
  private static final String DATED_PAGE = "001_f71039510d2f30ca.txt";

  @Test
  void allEntriesOfAllPagesAreRead() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path page : pages()) {
      entries.addAll(Reading.entries(Files.readAllBytes(page), ReadOptions.NONE));
    }

    assertThat(Reading.unreadable(entries)).isEmpty();
    assertThat(entries).hasSize(215);
    assertThat(Reading.papers(entries).stream().map(Paper::id).distinct()).hasSize(169);
    assertThat(Reading.papers(entries).stream().map(Paper::title).distinct()).hasSize(169);
  }

  @Test
  void everyPageHasItsPapersInItsOrder() throws IOException {
    for (Path page : pages()) {
      Map<Integer, String> titlesByRank = new HashMap<>();
      for (JsonNode expected : expected()) {
        for (JsonNode seed : expected.get("seeds")) {
          if (seed.get("seed").textValue().equals(page.getFileName().toString())) {
            titlesByRank.put(seed.get("rank").intValue(), expected.get("title").textValue());
          }
        }
      }

      assertThat(read(page))
          .extracting(Paper::title)
          .isEqualTo(
              titlesByRank.entrySet().stream()
                  .sorted(Map.Entry.comparingByKey())
                  .map(Map.Entry::getValue)
                  .toList());
    }
  }

  @Test
  void abstractsAreWhole() throws IOException {
    Map<String, String> expected =
        expected().stream()
            .collect(
                toMap(json -> json.get("title").asText(), json -> json.get("abstract").asText()));
    for (Path page : pages()) {
      assertThat(read(page))
          .allSatisfy(
              paper -> assertThat(paper.abstractText()).isEqualTo(expected.get(paper.title())));
    }
  }

  @Test
  void whatStandsBelowAnAbstractIsUnderstood() throws IOException {
    Map<String, Paper> read =
        read(TestData.path("seeds").resolve(DATED_PAGE)).stream()
            .collect(toMap(Paper::title, Function.identity()));
    List<JsonNode> dated = expected().stream().filter(json -> !json.get("date").isNull()).toList();
    assertThat(dated).hasSize(41);

    for (JsonNode json : dated) {
      Paper paper = requireNonNull(read.get(json.get("title").asText()));
      assertThat(paper.published().map(PublicationDate::toString))
          .contains(json.get("date").asText());
      assertThat(paper.metadata().get("authors_count")).isEqualTo(plain(json, "authors_count"));
      assertThat(paper.metadata().get("organization")).isEqualTo(plain(json, "organization"));
      assertThat(paper.metadata().get("comments")).isEqualTo(plain(json, "comments"));
      // The other parse leaves the number of comments in the date's text.
      assertThat(json.get("date_text").asText())
          .startsWith((String) paper.metadata().get("date_text"));
      boolean yearShown = json.get("date_text").asText().contains(",");
      assertThat(paper.metadata().containsKey("year_inferred")).isEqualTo(!yearShown);
    }
  }

  @Test
  void pagesWithoutDatesTellOfTitlesAndAbstractsOnly() throws IOException {
    for (Path page : pages()) {
      if (!page.endsWith(DATED_PAGE)) {
        assertThat(read(page)).allSatisfy(paper -> assertThat(paper.metadata()).isEmpty());
      }
    }
  }

  /** Takes away one title or abstract after the other from every page. */
  @Test
  void aLostTitleOrAbstractNeverShiftsTheOthers() throws IOException {
    for (Path page : pages()) {
      List<String> lines = Files.readAllLines(page);
      List<Paper> whole = read(page);
      for (Paper paper : whole) {
        for (String text : List.of(paper.title(), paper.abstractText())) {
          List<Entry> entries = entriesWithout(text, lines);

          assertThat(Reading.papers(entries))
              .as("%s without %s", page.getFileName(), text)
              .extracting(Paper::title, Paper::abstractText, Paper::published)
              .isEqualTo(
                  whole.stream()
                      .filter(other -> !other.equals(paper))
                      .map(other -> tuple(other.title(), other.abstractText(), other.published()))
                      .toList());
          assertThat(Reading.unreadable(entries)).hasSize(1);
        }
      }
    }
  }

  private static List<Entry> entriesWithout(String text, List<String> lines) {
    List<String> left = lines.stream().filter(line -> !line.endsWith(text)).toList();
    assertThat(left).hasSize(lines.size() - 1);
    return Reading.entries(String.join("\n", left));
  }

  @Test
  void noTwoTitlesShareAnId() throws IOException {
    Map<String, List<String>> titlesById =
        expected().stream()
            .map(json -> json.get("title").asText())
            .collect(groupingBy(TitleId::of));

    assertThat(titlesById.values()).allSatisfy(titles -> assertThat(titles).hasSize(1));
    assertThat(titlesById.keySet()).allMatch(id -> id.matches("daily-[a-z0-9-]{1,60}-[0-9a-f]{8}"));
  }

  private static List<Paper> read(Path page) throws IOException {
    return Reading.papers(Reading.entries(Files.readAllBytes(page), ReadOptions.NONE));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(TestData.path("seeds"))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private static List<JsonNode> expected() throws IOException {
    return Files.readAllLines(TestData.path("seeds/abstracts.jsonl")).stream()
        .map(PaperJson::parse)
        .toList();
  }

  private static @Nullable Object plain(JsonNode json, String field) {
    return PaperJson.MAPPER.convertValue(json.get(field), Object.class);
  }
}
