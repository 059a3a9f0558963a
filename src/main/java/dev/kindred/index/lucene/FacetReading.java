package dev.kindred.index.lucene;

import dev.kindred.index.Facet;
import dev.kindred.index.FacetField;
import dev.kindred.index.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Counts papers by the values of their fields. */
final class FacetReading {
  private final Snapshot snapshot;
  private final PaperAnalyzer analyzer;
  private final Documents documents;

  FacetReading(Snapshot snapshot, PaperAnalyzer analyzer, Documents documents) {
    this.snapshot = snapshot;
    this.analyzer = analyzer;
    this.documents = documents;
  }

  /** Papers of one segment. */
  private record Counted(LeafReaderContext leaf, FixedBitSet docs) {}

  List<Facet> of(List<FacetField> fields, Selection selection, int limit) throws IOException {
    List<Counted> papers = papers(selection);
    List<Facet> facets = new ArrayList<>();
    for (FacetField field : fields) {
      ValueCounts counts = new ValueCounts(field);
      for (Counted segment : papers) {
        counts.add(segment.leaf().reader(), segment.docs());
      }
      facets.add(counts.first(limit));
    }
    return facets;
  }

  private List<Counted> papers(Selection selection) throws IOException {
    return switch (selection) {
      case Selection.Filtered(var filter) -> matching(FilterQuery.of(filter, analyzer));
      case Selection.Matching(var words, var filter) -> {
        Query query = WordQuery.of(words, analyzer, snapshot.searcher()).query();
        yield matching(FilterQuery.all(List.of(query, FilterQuery.of(filter, analyzer))));
      }
      case Selection.Listed(var ids) -> {
        List<Counted> listed = new ArrayList<>();
        documents.visit(
            ids,
            (leaf, papers) -> {
              FixedBitSet docs = new FixedBitSet(leaf.reader().maxDoc());
              papers.forEach(paper -> docs.set(paper.doc()));
              listed.add(new Counted(leaf, docs));
            });
        yield listed;
      }
    };
  }

  private List<Counted> matching(Query query) throws IOException {
    Query rewritten = snapshot.searcher().rewrite(query);
    Weight weight = snapshot.searcher().createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
    List<Counted> matching = new ArrayList<>();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        matching.add(new Counted(leaf, live(scorer.iterator(), leaf)));
      }
    }
    return matching;
  }

  private static FixedBitSet live(DocIdSetIterator found, LeafReaderContext leaf)
      throws IOException {
    FixedBitSet docs = new FixedBitSet(leaf.reader().maxDoc());
    docs.or(found);
    Bits live = leaf.reader().getLiveDocs();
    if (live != null) {
      live.applyMask(docs, 0);
    }
    return docs;
  }
}
