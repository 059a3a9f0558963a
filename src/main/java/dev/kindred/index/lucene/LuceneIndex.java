package dev.kindred.index.lucene;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.SentenceVectors;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * The index of a folder, open for writing. Only one process can have it so; opened by {@link
 * LuceneStore}. Writing threads block until the group with their write is on the disk.
 */
public final class LuceneIndex implements PaperIndex {
  private static final int CHUNK = 1_000;

  private final OpenGeneration generation;
  private final GroupWriter writer;
  private final CommitQueue queue;
  private final Latest latest;
  private final SentenceKeeping sentences;
  private final AtomicBoolean closed = new AtomicBoolean();

  LuceneIndex(OpenGeneration generation, GroupWriter writer) {
    this.generation = generation;
    this.writer = writer;
    this.latest = writer.latest();
    this.sentences = SentenceKeeping.open(generation.sentences(), generation.identity(), latest);
    this.queue = new CommitQueue(writer);
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidRequest if papers among these could not be read back; the others are kept
   * @throws Unavailable if the disk cannot be written; of a large list a beginning may then have
   *     been kept
   */
  @Override
  public List<PutOutcome> put(List<Paper> papers) {
    List<Paper> readable = new ArrayList<>(papers.size());
    List<String> refused = new ArrayList<>();
    for (Paper paper : papers) {
      try {
        readable.add(asReadBack(paper));
      } catch (InvalidRequest unreadable) {
        refused.add("%s (%s)".formatted(Quoted.of(paper.id().value()), unreadable.reason()));
      }
    }
    List<PutOutcome> outcomes = new ArrayList<>(readable.size());
    inChunks(readable, PutPapers::new).forEach(outcomes::addAll);
    if (!refused.isEmpty()) {
      throw new InvalidRequest(
          "%d of %d papers cannot be stored, the others are: %s"
              .formatted(refused.size(), papers.size(), String.join(", ", refused)));
    }
    return outcomes;
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidRequest if one of the papers could not be read back; none is kept then
   * @throws IllegalArgumentException if a vector has not the dimension of this index's model
   */
  @Override
  public List<PutOutcome> putEmbedded(List<EmbeddedPaper> papers) {
    papers.forEach(paper -> requireDimension(paper.embeddedText()));
    List<EmbeddedPaper> readable =
        papers.stream()
            .map(paper -> new EmbeddedPaper(asReadBack(paper.paper()), paper.embeddedText()))
            .toList();
    return inChunks(readable, PutEmbedded::new).stream().flatMap(List::stream).toList();
  }

  /** Else a paper put twice could differ from itself (a number's type, blanks around a title). */
  private static Paper asReadBack(Paper paper) {
    return PaperJson.read(PaperJson.write(paper).toString(), PaperJson.UnknownFields.REFUSED);
  }

  @Override
  public boolean delete(PaperId id) {
    return answer(queue.submit(new DeletePaper(id)));
  }

  @Override
  public IndexView view() {
    return latest.view(sentences.reading());
  }

  /** Its graph, to measure what this index does around it. */
  public BareGraph graph() {
    return new BareGraph(latest);
  }

  /**
   * Merges what it pays to merge, and waits for that; views opened later see the result. Without
   * it, this happens in the background when nothing is written for a while. Needs as much disk as
   * the index again until it is done.
   *
   * @throws Unavailable if the disk cannot be read or written, or a write fails meanwhile; no paper
   *     is lost, and the next write begins anew
   */
  public void compact() {
    try {
      writer.compact();
    } catch (IOException | UncheckedIOException | AlreadyClosedException failure) {
      throw new Unavailable("cannot merge the store's segments: " + failure);
    }
    answer(queue.submit(new ShowMerged()));
    latest.read(snapshot -> latest.breadth().fit(snapshot));
  }

  /** The file for a map of these papers, which may be lost without harm; it goes with them. */
  public Path mapFile() {
    return generation.map();
  }

  @Override
  public List<Paper> pending(int limit, Predicate<PaperId> wanted) {
    return latest.read(snapshot -> new PendingPapers(snapshot).first(limit, wanted));
  }

  @Override
  public boolean awaitPending(Duration timeout) throws InterruptedException {
    try {
      return latest.awaitPending(timeout);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a vector has not the dimension of this index's model
   */
  @Override
  public int record(List<EmbeddingResult> results) {
    for (EmbeddingResult result : results) {
      if (result instanceof EmbeddingResult.Succeeded success) {
        requireDimension(success.embeddedText());
      }
    }
    return inChunks(results, RecordResults::new).stream().mapToInt(Integer::intValue).sum();
  }

  private void requireDimension(EmbeddedText text) {
    int given = text.embedding().dimension();
    int wanted = identity().compatible().dimension();
    if (given != wanted) {
      throw new IllegalArgumentException(
          "a vector has %d dimensions; this index has %d".formatted(given, wanted));
    }
  }

  @Override
  public int retryFailed() {
    List<PaperId> failed = latest.read(FailedPapers::of);
    return inChunks(failed, RetryPapers::new).stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public List<Paper> withoutSentenceVectors(int limit) {
    return sentences.lacking(limit);
  }

  @Override
  public void recordSentences(List<SentenceVectors> made) {
    sentences.record(made);
  }

  @Override
  public ModelIdentity identity() {
    return generation.identity();
  }

  @Override
  public void accept(ModelIdentity.Recorded recorded) {
    generation.accept(recorded);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try (generation;
          sentences) {
        queue.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** Chunks bound the memory of a group; other writers' operations come in between. */
  private <E, T> List<T> inChunks(List<E> elements, Function<List<E>, Operation<T>> operation) {
    List<CompletableFuture<T>> answers = new ArrayList<>();
    for (int start = 0; start < elements.size(); start += CHUNK) {
      List<E> chunk =
          List.copyOf(elements.subList(start, Math.min(elements.size(), start + CHUNK)));
      answers.add(queue.submit(operation.apply(chunk)));
    }
    return answers.stream().map(LuceneIndex::answer).toList();
  }

  private static <T> T answer(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw wrapped;
    }
  }
}
