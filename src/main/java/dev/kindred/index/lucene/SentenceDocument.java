package dev.kindred.index.lucene;

import dev.kindred.embedding.Embedding;
import dev.kindred.index.SentenceVectors;
import dev.kindred.paper.ContentHash;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/**
 * The vectors of a paper's sentences as a Lucene document: the paper's id, its place in the queue
 * of what is embedded (another one for every text it ever has), and in one value the dimension, the
 * hash of the text and the vectors.
 */
final class SentenceDocument {
  static final String VECTORS = "vectors";
  static final String PLACE = "place";

  private static final int HASH_BYTES = 32;
  private static final int HEAD_BYTES = Integer.BYTES + HASH_BYTES;

  private SentenceDocument() {}

  static Document of(SentenceVectors sentences, long place) {
    Document document = new Document();
    String id = sentences.id().value();
    document.add(new StringField(Fields.ID, id, Store.NO));
    document.add(new BinaryDocValuesField(Fields.ID_BYTES, new BytesRef(id)));
    document.add(new NumericDocValuesField(PLACE, place));
    document.add(new BinaryDocValuesField(VECTORS, new BytesRef(value(sentences))));
    return document;
  }

  private static byte[] value(SentenceVectors sentences) {
    List<Embedding> vectors = sentences.vectors();
    byte[] packed = QuantisedVectors.pack(vectors);
    return ByteBuffer.allocate(HEAD_BYTES + packed.length)
        .putInt(vectors.isEmpty() ? 1 : vectors.getFirst().dimension())
        .put(hash(sentences.contentHash()))
        .put(packed)
        .array();
  }

  /** The vectors in a value; none if they are of another text. */
  static List<Embedding> vectors(BytesRef value, ContentHash wanted) {
    ByteBuffer head = ByteBuffer.wrap(value.bytes, value.offset, HEAD_BYTES);
    int dimension = head.getInt();
    if (!head.equals(ByteBuffer.wrap(hash(wanted)))) {
      return List.of();
    }
    int end = value.offset + value.length;
    return QuantisedVectors.unpack(value.bytes, value.offset + HEAD_BYTES, end, dimension);
  }

  private static byte[] hash(ContentHash hash) {
    return HexFormat.of().parseHex(hash.hex());
  }
}
