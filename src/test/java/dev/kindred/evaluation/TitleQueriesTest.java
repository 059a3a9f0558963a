package dev.kindred.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.ingest.format.ReadOptions;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitleQueriesTest {
  private static final Path PAPERS = SampleFolder.PATH.resolve("corpus.jsonl");
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir private Path folder;

  private static JudgedCollection read(Path file, int limit, int queries, long seed)
      throws IOException {
    return TitleQueries.read(file, ReadOptions.NONE, limit, queries, seed);
  }

  @Test
  void aTitleAsksForItsPaperWhichIsStoredWithoutIt() throws IOException {
    JudgedCollection collection = read(PAPERS, ALL, ALL, 1);

    assertThat(collection.name()).isEqualTo("corpus.jsonl");
    assertThat(collection.split()).isEmpty();
    Paper bees = collection.papers().getFirst();
    assertThat(bees.title()).isEmpty();
    assertThat(bees.abstractText()).startsWith("Honeybees tell");
    assertThat(collection.queries())
        .hasSize(9)
        .contains(new JudgedQuery("bees", "Waggle dances on sloped combs", Map.of(bees.id(), 1)));
  }

  @Test
  void papersThatCannotTakePartAreCounted() throws IOException {
    Path file = folder.resolve("papers.jsonl");
    Files.writeString(
        file,
        """
        {"id": "a", "title": "One", "abstract": "First."}
        {"id": "a", "title": "Other", "abstract": "Again."}
        {"id": "b", "title": "Only a title"}
        {"id": "c", "abstract": "Only an abstract."}
        {"id": "d"
        {"id": "e", "title": "Two", "abstract": "Second."}
        """);
    JudgedCollection collection = read(file, ALL, ALL, 1);
    assertThat(collection.papers())
        .extracting(Paper::id)
        .map(PaperId::value)
        .containsExactly("a", "e");
    assertThat(collection.papers().getFirst().abstractText()).isEqualTo("First.");
    assertThat(collection.remarks())
        .isEqualTo(
            Map.of(
                Remark.UNREADABLE_ENTRIES, 1,
                Remark.PAPERS_WITHOUT_TITLE_OR_ABSTRACT, 2,
                Remark.REPEATED_IDS, 1));
  }

  @Test
  void theLimitTakesTheFirstPapers() throws IOException {
    assertThat(read(PAPERS, 3, ALL, 1).papers())
        .extracting(paper -> paper.id().value())
        .containsExactly("bees", "ants", "ice");
  }

  @Test
  void someOfThePapersAreAskedForAtRandomByTheSeed() throws IOException {
    JudgedCollection some = read(PAPERS, ALL, 4, 1);
    assertThat(some.papers()).hasSize(9);
    assertThat(some.queries()).hasSize(4).doesNotHaveDuplicates();
    assertThat(read(PAPERS, ALL, 4, 1).queries()).isEqualTo(some.queries());
    assertThat(List.of(2L, 3L, 4L))
        .anySatisfy(
            seed -> assertThat(read(PAPERS, ALL, 4, seed).queries()).isNotEqualTo(some.queries()));
  }

  @Test
  void aFileWithoutUsablePapersIsRefused() throws IOException {
    Path file = folder.resolve("papers.jsonl");
    Files.writeString(file, "{\"id\": \"b\", \"title\": \"Only a title\"}\n");
    assertThatThrownBy(() -> read(file, ALL, ALL, 1))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage(file + " holds no paper with a title and an abstract");
  }
}
