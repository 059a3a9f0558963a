package dev.kindred.index.lucene;

import dev.kindred.index.Facet;
import dev.kindred.index.FacetField;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.BytesRefHash;
import org.apache.lucene.util.FixedBitSet;

/**
 * How many papers have which value of a field, added up over segments. There may be a hundred
 * thousand authors, so values stay bytes until it is known which are wanted. Used by one thread.
 */
final class ValueCounts {
  private static final Comparator<Facet.Value> MOST_FIRST =
      Comparator.comparingInt(Facet.Value::papers).reversed().thenComparing(Facet.Value::name);

  private static final Comparator<Facet.Value> NEWEST_FIRST =
      Comparator.comparing(Facet.Value::name).reversed();

  private static final BytesRef NO_PREFIX = new BytesRef();

  private final FacetField field;
  private final BytesRefHash values = new BytesRefHash();
  private int[] papers = new int[0];

  ValueCounts(FacetField field) {
    this.field = field;
  }

  /** Counts some documents of a segment. */
  void add(LeafReader reader, FixedBitSet docs) throws IOException {
    switch (field) {
      case FacetField.Category _ -> addTexts(reader, Fields.CATEGORY, NO_PREFIX, docs);
      case FacetField.AuthorName _ -> addTexts(reader, Fields.AUTHOR, NO_PREFIX, docs);
      case FacetField.Metadata(var name) ->
          addTexts(reader, Fields.METADATA, MetadataTerms.textsOf(name.strip()), docs);
      case FacetField.Year _ -> addYears(reader, docs);
    }
  }

  /** Counts the values that begin with a prefix, and names them without it. */
  private void addTexts(LeafReader reader, String name, BytesRef prefix, FixedBitSet docs)
      throws IOException {
    SortedSetDocValues texts = DocValues.getSortedSet(reader, name);
    long first = firstFrom(texts, prefix);
    int[] counts = new int[Math.toIntExact(firstFrom(texts, above(prefix)) - first)];
    DocIdSetIterator doc = new BitSetIterator(docs, 0);
    while (doc.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int left = texts.advanceExact(doc.docID()) ? texts.docValueCount() : 0;
      for (; left > 0; left--) {
        long place = texts.nextOrd() - first;
        if (place >= 0 && place < counts.length) {
          counts[(int) place]++;
        }
      }
    }
    for (int place = 0; place < counts.length; place++) {
      if (counts[place] > 0) {
        add(behind(prefix, texts.lookupOrd(first + place)), counts[place]);
      }
    }
  }

  private static long firstFrom(SortedSetDocValues texts, BytesRef term) throws IOException {
    long place = texts.lookupTerm(term);
    return place < 0 ? -place - 1 : place;
  }

  /** Above all texts with this prefix: no UTF-8 has this byte. */
  private static BytesRef above(BytesRef prefix) {
    BytesRefBuilder above = new BytesRefBuilder();
    above.append(prefix);
    above.append((byte) 0xFF);
    return above.get();
  }

  private static BytesRef behind(BytesRef prefix, BytesRef text) {
    return new BytesRef(text.bytes, text.offset + prefix.length, text.length - prefix.length);
  }

  private void addYears(LeafReader reader, FixedBitSet docs) throws IOException {
    SortedNumericDocValues days = DocValues.getSortedNumeric(reader, Fields.FIRST_DAY);
    int[] counts = new int[10_000];
    DocIdSetIterator doc = new BitSetIterator(docs, 0);
    while (doc.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (days.advanceExact(doc.docID())) {
        counts[LocalDate.ofEpochDay(days.nextValue()).getYear()]++;
      }
    }
    for (int year = 0; year < counts.length; year++) {
      if (counts[year] > 0) {
        add(new BytesRef("%04d".formatted(year)), counts[year]);
      }
    }
  }

  private void add(BytesRef value, int count) {
    int place = values.add(value);
    if (place < 0) {
      papers[-place - 1] += count;
    } else {
      papers = ArrayUtil.grow(papers, place + 1);
      papers[place] = count;
    }
  }

  /** The facet with the first so many of its values. */
  Facet first(int limit) {
    Comparator<Facet.Value> order = field instanceof FacetField.Year ? NEWEST_FIRST : MOST_FIRST;
    PriorityQueue<Facet.Value> first = new PriorityQueue<>(order.reversed());
    BytesRef value = new BytesRef();
    for (int place = 0; place < values.size(); place++) {
      Facet.Value worst = first.size() < Math.max(0, limit) ? null : first.peek();
      // The rest of the hundred thousand, which need no name.
      boolean isHopeless = worst != null && papers[place] < worst.papers();
      if (!isHopeless || field instanceof FacetField.Year) {
        first.add(new Facet.Value(values.get(place, value).utf8ToString(), papers[place]));
      }
      while (first.size() > Math.max(0, limit)) {
        first.remove();
      }
    }
    List<Facet.Value> inOrder = first.stream().sorted(order).toList();
    return new Facet(field, inOrder, values.size());
  }
}
