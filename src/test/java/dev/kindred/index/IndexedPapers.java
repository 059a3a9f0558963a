package dev.kindred.index;

import dev.kindred.embedding.Embedding;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of an index that is empty at first, and short ways to ask it. */
public abstract class IndexedPapers {
  protected PaperIndex index;

  /** An index without papers, its model {@link Samples#IDENTITY}, its files in the folder. */
  protected abstract PaperIndex open(Path folder);

  @BeforeEach
  void openIndex(@TempDir Path folder) {
    index = open(folder);
  }

  @AfterEach
  void closeIndex() {
    index.close();
  }

  protected void put(Paper... papers) {
    index.put(List.of(papers));
  }

  protected void embed(Paper... papers) {
    index.record(Stream.of(papers).map(Samples::embedded).toList());
  }

  protected void putEmbedded(Paper... papers) {
    put(papers);
    embed(papers);
  }

  protected Optional<IndexedPaper> get(String id) {
    try (IndexView view = index.view()) {
      return view.get(new PaperId(id));
    }
  }

  protected Counts counts() {
    try (IndexView view = index.view()) {
      return view.counts();
    }
  }

  protected List<PaperId> matching(String words) {
    return matching(words, Filter.NONE);
  }

  protected List<PaperId> matching(String words, Filter filter) {
    try (IndexView view = index.view()) {
      return view.matching(Words.of(words), 100, filter).stream().map(Hit::id).toList();
    }
  }

  protected List<PaperId> nearest(Embedding query, int limit) {
    try (IndexView view = index.view()) {
      return view.nearest(query, limit, Filter.NONE).stream().map(Hit::id).toList();
    }
  }

  protected final List<Paper> someEmbedded(int count) {
    List<Paper> papers =
        IntStream.range(0, count).mapToObj(i -> Samples.paper("p%03d".formatted(i))).toList();
    index.put(papers);
    index.record(papers.stream().map(Samples::embedded).toList());
    return papers;
  }
}
