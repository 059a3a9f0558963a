package dev.kindred.index.lucene;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * An operation whose caller waits. Its answer is given only once the whole group is durable; a
 * fault of its own does no harm to the others in the group.
 */
final class Waiting<T> {
  private final Operation<T> operation;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private Runnable acknowledgement = () -> {};

  Waiting(Operation<T> operation) {
    this.operation = operation;
  }

  int size() {
    return operation.size();
  }

  CompletableFuture<T> answer() {
    return answer;
  }

  /**
   * @throws IOException if the store, not the operation, is at fault
   */
  void applyTo(PaperTable papers) throws IOException {
    try {
      T result = operation.applyTo(papers);
      acknowledgement = () -> answer.complete(result);
    } catch (AlreadyClosedException storeFailed) {
      throw new IOException(storeFailed);
    } catch (RuntimeException fault) {
      acknowledgement = () -> answer.completeExceptionally(fault);
    }
  }

  void acknowledge() {
    acknowledgement.run();
  }

  void refuse(Throwable reason) {
    answer.completeExceptionally(reason);
  }
}
