package dev.kindred.index.lucene;

import dev.kindred.index.FacetField;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.FixedBitSet;

/** How many of some documents of a segment have which value. */
final class ValueCounts {
  private static final BytesRef EVERYTHING = new BytesRef();

  private ValueCounts() {}

  static Map<String, Integer> of(FacetField field, LeafReader reader, FixedBitSet docs)
      throws IOException {
    return switch (field) {
      case FacetField.Category _ -> texts(reader, Fields.CATEGORY, EVERYTHING, docs);
      case FacetField.AuthorName _ -> texts(reader, Fields.AUTHOR, EVERYTHING, docs);
      case FacetField.Metadata(var name) ->
          texts(reader, Fields.METADATA, MetadataTerms.textsOf(name.strip()), docs);
      case FacetField.Year _ -> years(reader, docs);
    };
  }

  /** Counts the values that begin with a prefix, and names them without it. */
  private static Map<String, Integer> texts(
      LeafReader reader, String field, BytesRef prefix, FixedBitSet docs) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(reader, field);
    long first = firstFrom(values, prefix);
    int[] papers = new int[Math.toIntExact(firstFrom(values, above(prefix)) - first)];
    for (DocIdSetIterator doc = new BitSetIterator(docs, 0);
        doc.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; ) {
      int left = values.advanceExact(doc.docID()) ? values.docValueCount() : 0;
      for (; left > 0; left--) {
        long place = values.nextOrd() - first;
        if (place >= 0 && place < papers.length) {
          papers[(int) place]++;
        }
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    for (int place = 0; place < papers.length; place++) {
      if (papers[place] > 0) {
        counts.put(behind(prefix, values.lookupOrd(first + place)), papers[place]);
      }
    }
    return counts;
  }

  private static long firstFrom(SortedSetDocValues values, BytesRef term) throws IOException {
    long place = values.lookupTerm(term);
    return place < 0 ? -place - 1 : place;
  }

  /** Above all texts with this prefix: no UTF-8 has this byte. */
  private static BytesRef above(BytesRef prefix) {
    BytesRefBuilder above = new BytesRefBuilder();
    above.append(prefix);
    above.append((byte) 0xFF);
    return above.get();
  }

  private static String behind(BytesRef prefix, BytesRef value) {
    int length = value.length - prefix.length;
    return new BytesRef(value.bytes, value.offset + prefix.length, length).utf8ToString();
  }

  private static Map<String, Integer> years(LeafReader reader, FixedBitSet docs)
      throws IOException {
    SortedNumericDocValues days = DocValues.getSortedNumeric(reader, Fields.FIRST_DAY);
    Map<String, Integer> counts = new HashMap<>();
    for (DocIdSetIterator doc = new BitSetIterator(docs, 0);
        doc.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (days.advanceExact(doc.docID())) {
        int year = LocalDate.ofEpochDay(days.nextValue()).getYear();
        counts.merge("%04d".formatted(year), 1, Integer::sum);
      }
    }
    return counts;
  }
}
