package dev.kindred.evaluation;

import dev.kindred.ingest.format.Entry;
import dev.kindred.ingest.format.PaperFile;
import dev.kindred.ingest.format.ReadOptions;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Judged queries made of papers that nobody has judged: each paper is stored without its title, and
 * its title is the query that should find it. It answers whether search finds papers by what they
 * are called.
 */
public final class TitleQueries {
  private final int limit;
  private final Map<PaperId, Paper> papers = new LinkedHashMap<>();
  private final Map<Remark, Integer> remarks = new EnumMap<>(Remark.class);

  private TitleQueries(int limit) {
    this.limit = limit;
  }

  /**
   * Reads a file's papers in any format that can be imported.
   *
   * @param limit how many papers to take at most, the first ones
   * @param queries how many of them to ask for at most, drawn at random
   * @param seed of the drawing
   * @throws InvalidRequest naming the file, if it is of no known format or holds no usable paper
   * @throws IOException naming the file, if it cannot be read
   */
  public static JudgedCollection read(
      Path file, ReadOptions options, int limit, int queries, long seed) throws IOException {
    TitleQueries titles = new TitleQueries(limit);
    try (PaperFile entries = PaperFile.open(file, options)) {
      titles.take(entries);
    }
    if (titles.papers.isEmpty()) {
      throw new InvalidRequest(file + " holds no paper with a title and an abstract");
    }
    List<Paper> all = List.copyOf(titles.papers.values());
    return new JudgedCollection(
        String.valueOf(file.getFileName()),
        Optional.empty(),
        all.stream().map(TitleQueries::withoutTitle).toList(),
        drawn(all, queries, seed).stream().map(TitleQueries::query).toList(),
        titles.remarks);
  }

  private void take(PaperFile entries) throws IOException {
    Entry entry = entries.next();
    while (entry != null && papers.size() < limit) {
      switch (entry) {
        case Entry.Read read -> take(read.paper());
        case Entry.Unreadable _ -> count(Remark.UNREADABLE_ENTRIES);
      }
      entry = entries.next();
    }
  }

  private void take(Paper paper) {
    if (paper.title().isBlank() || paper.abstractText().isBlank()) {
      count(Remark.PAPERS_WITHOUT_TITLE_OR_ABSTRACT);
    } else if (papers.putIfAbsent(paper.id(), paper) != null) {
      count(Remark.REPEATED_IDS);
    }
  }

  private void count(Remark remark) {
    remarks.merge(remark, 1, Integer::sum);
  }

  private static List<Paper> drawn(List<Paper> papers, int queries, long seed) {
    List<Paper> drawn = new ArrayList<>(papers);
    Collections.shuffle(drawn, new Random(seed));
    return drawn.subList(0, Math.min(queries, drawn.size()));
  }

  private static Paper withoutTitle(Paper paper) {
    return new Paper(
        paper.id(),
        "",
        paper.abstractText(),
        paper.authors(),
        paper.published(),
        paper.categories(),
        paper.url(),
        paper.metadata());
  }

  private static JudgedQuery query(Paper paper) {
    return new JudgedQuery(paper.id().value(), paper.title(), Map.of(paper.id(), 1));
  }
}
