package dev.kindred.index.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/** How the index is written, and scored accordingly. */
final class WriterConfig {
  private static final int HNSW_NEIGHBOURS = 16;
  private static final int HNSW_BEAM = 60;

  /** Of one graph, at most; how many the scheduler lends is told by {@link Merges}. */
  private static final int MERGE_WORKERS = 2;

  /** So many vectors in a segment get a graph; fewer are scanned in some two milliseconds. */
  static final int GRAPH_FROM = 20_000;

  /** As Lucene has it: n vectors get no graph while n is less than this times ln n. */
  private static final int TINY_SEGMENT = (int) (GRAPH_FROM / Math.log(GRAPH_FROM));

  private static final double RAM_BUFFER_MB = 64;
  private static final double FLOOR_SEGMENT_MB = 4;

  /**
   * While much is written, a paper is in small segments first and again when it is embedded. The
   * fewer merges, the more is left for embedding; small segments have no graphs, so that some more
   * of them cost a search little. At rest, {@link Compaction} makes one of all.
   */
  private static final int SMALL_SEGMENTS = 32;

  /** A segment of pending papers soon holds nothing but deleted ones, and is dropped unmerged. */
  private static final double DELETED_PERCENT = 50;

  private WriterConfig() {}

  static BM25Similarity similarity() {
    return new BM25Similarity(1.2f, .75f);
  }

  static IndexWriterConfig create(PaperAnalyzer analyzer) {
    return create(analyzer, VectorStorage.FLOAT32);
  }

  static IndexWriterConfig create(PaperAnalyzer analyzer, VectorStorage vectors) {
    IndexWriterConfig config = mergingBehind(new IndexWriterConfig(analyzer));
    config.setSimilarity(similarity());
    config.setCodec(new GraphCodec(graph(vectors)));
    config.setRAMBufferSizeMB(RAM_BUFFER_MB);
    config.setMergePolicy(new GraphMerges(config.getMergePolicy()));
    return config;
  }

  /** Of the vectors of sentences, which are looked up and not searched. */
  static IndexWriterConfig ofSentences() {
    return mergingBehind(new IndexWriterConfig());
  }

  /** A commit waits for nothing but the disk; merges go on behind it. */
  private static IndexWriterConfig mergingBehind(IndexWriterConfig config) {
    config.setMergePolicy(
        new TieredMergePolicy()
            .setFloorSegmentMB(FLOOR_SEGMENT_MB)
            .setSegmentsPerTier(SMALL_SEGMENTS)
            .setDeletesPctAllowed(DELETED_PERCENT));
    config.setMergeScheduler(new Merges());
    config.setMaxFullFlushMergeWaitMillis(0);
    config.setCommitOnClose(false);
    return config;
  }

  private static KnnVectorsFormat graph(VectorStorage vectors) {
    return switch (vectors) {
      case FLOAT32 ->
          new Lucene99HnswVectorsFormat(
              HNSW_NEIGHBOURS, HNSW_BEAM, MERGE_WORKERS, null, TINY_SEGMENT);
      case INT8 ->
          new Lucene104HnswScalarQuantizedVectorsFormat(
              ScalarEncoding.UNSIGNED_BYTE,
              HNSW_NEIGHBOURS,
              HNSW_BEAM,
              MERGE_WORKERS,
              null,
              TINY_SEGMENT);
    };
  }

  /** Lucene's own codec, and readable by it under that name; only new graphs are shaped here. */
  private static final class GraphCodec extends Lucene104Codec {
    private final KnnVectorsFormat vectors;

    private GraphCodec(KnnVectorsFormat vectors) {
      this.vectors = vectors;
    }

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return vectors;
    }
  }
}
