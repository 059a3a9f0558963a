package dev.kindred.benchmark;

import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import java.util.ArrayList;
import java.util.List;

/** What embedding cost one embedder in one round. Used by one thread. */
final class EmbedderTurn {
  private final Embedder embedder;
  private final List<Usage> queries = new ArrayList<>();
  private Usage passages = Usage.NONE;
  private int texts;
  private long tokens;
  private long queryTokens;

  EmbedderTurn(Embedder embedder) {
    this.embedder = embedder;
  }

  Embedding passage(String text) {
    Usage before = Usage.now();
    EmbeddedText embedded = embedder.passage(text);
    passages = passages.plus(Usage.now().since(before));
    tokens += embedded.tokens();
    texts++;
    return embedded.embedding();
  }

  void query(String text) {
    Usage before = Usage.now();
    EmbeddedText embedded = embedder.query(text);
    queries.add(Usage.now().since(before));
    queryTokens += embedded.tokens();
  }

  Usage passages() {
    return passages;
  }

  /** Of each query. */
  List<Usage> queries() {
    return queries;
  }

  int texts() {
    return texts;
  }

  long tokens() {
    return tokens;
  }

  long queryTokens() {
    return queryTokens;
  }

  double tokensPerCpuSecond() {
    return tokens / passages.cpuSeconds();
  }
}
