package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.Candidates;
import dev.kindred.index.Hit;
import dev.kindred.index.Words;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Candidates as documents in ascending order, for so they are read. */
final class LuceneCandidates implements Candidates {
  private final Documents documents;
  private final VectorReading vectors;
  private final int[] docs;
  private final int[] nearRanks;
  private final int[] matchRanks;
  private final float[] bm25;
  private @Nullable List<PaperId> ids;

  LuceneCandidates(
      List<Hit> near,
      List<Hit> matching,
      Collection<PaperId> others,
      Words text,
      Documents documents,
      VectorReading vectors,
      WordReading words)
      throws IOException {
    this.documents = documents;
    this.vectors = vectors;
    int[] nearDocs = found(near).docs();
    FoundPapers matches = found(matching);
    int[] matchDocs = matches.docs();
    IntStream more = Arrays.stream(Documents.docs(documents.located(others)));
    this.docs =
        IntStream.concat(IntStream.concat(Arrays.stream(nearDocs), Arrays.stream(matchDocs)), more)
            .sorted()
            .distinct()
            .toArray();
    this.nearRanks = ranks(nearDocs);
    this.matchRanks = ranks(matchDocs);
    this.bm25 = bm25(matches, matchDocs, text, words);
  }

  /** Documents of another view have other numbers. */
  private FoundPapers found(List<Hit> hits) throws IOException {
    if (hits.isEmpty()) {
      return FoundPapers.best(documents, new int[0], new float[0], 0);
    }
    if (hits instanceof FoundPapers found && found.areOf(documents)) {
      return found;
    }
    throw new IllegalArgumentException("these hits are not from a search of this view");
  }

  private int doc(PaperId id) throws IOException {
    return documents.find(id).orElseThrow(() -> new NoSuchElementException(id.value()));
  }

  private int[] ranks(int[] bestFirst) {
    int[] ranks = new int[docs.length];
    for (int i = 0; i < bestFirst.length; i++) {
      ranks[Arrays.binarySearch(docs, bestFirst[i])] = i + 1;
    }
    return ranks;
  }

  /** Those of the list are known; those that others brought in are computed. */
  private float[] bm25(FoundPapers matching, int[] matchDocs, Words text, WordReading words)
      throws IOException {
    float[] scores = new float[docs.length];
    for (int i = 0; i < matchDocs.length; i++) {
      scores[Arrays.binarySearch(docs, matchDocs[i])] = matching.score(i);
    }
    int[] missing = IntStream.range(0, docs.length).filter(i -> matchRanks[i] == 0).toArray();
    words.each(
        text,
        Arrays.stream(missing).map(i -> docs[i]).toArray(),
        (i, score) -> scores[missing[i]] = score);
    return scores;
  }

  @Override
  public int size() {
    return docs.length;
  }

  @Override
  public PaperId id(int place) {
    List<PaperId> read = ids;
    if (read == null) {
      read = unchecked(() -> documents.papers(docs));
      ids = read;
    }
    return read.get(place);
  }

  @Override
  public int place(PaperId id) {
    int place = unchecked(() -> Arrays.binarySearch(docs, doc(id)));
    if (place < 0) {
      throw new NoSuchElementException(id.value());
    }
    return place;
  }

  @Override
  public int[] nearRanks() {
    return nearRanks.clone();
  }

  @Override
  public int[] matchRanks() {
    return matchRanks.clone();
  }

  @Override
  public float[] bm25() {
    return bm25.clone();
  }

  @Override
  public float[] cosines(Embedding query) {
    return unchecked(() -> vectors.cosines(docs, query));
  }

  @Override
  public Collection<Embedding> vectors(int[] places) {
    int[] wanted = Arrays.stream(places).map(i -> docs[i]).sorted().toArray();
    List<Embedding> found = new ArrayList<>();
    return unchecked(() -> {
      vectors.each(wanted, (_, vector) -> found.add(Embedding.ofUnit(vector)));
      return found;
    });
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T unchecked(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
