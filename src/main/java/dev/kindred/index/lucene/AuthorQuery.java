package dev.kindred.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery.UnionPostingsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The papers that have an author in whose name the given words stand in order, others perhaps in
 * between ("Ada Lovelace" is in "Ada King Lovelace"), with apostrophes or without. A phrase query
 * with slop would also take the words in another order.
 */
final class AuthorQuery extends Query {
  private final List<String> words;

  private AuthorQuery(List<String> words) {
    this.words = words;
  }

  static Query of(String name, PaperAnalyzer analyzer) {
    List<String> words = analyzer.tokens(Fields.AUTHORS, name);
    return switch (words.size()) {
      case 0 -> new MatchNoDocsQuery("no word in " + name);
      case 1 -> oneOf(NameSpellings.of(words.getFirst()));
      default -> new AuthorQuery(List.copyOf(words));
    };
  }

  private static Query oneOf(List<String> spellings) {
    return new TermInSetQuery(
        Fields.AUTHORS, spellings.stream().map(spelling -> new BytesRef(spelling)).toList());
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        Optional<DocIdSetIterator> found = papersIn(leaf.reader().terms(Fields.AUTHORS));
        return found.isEmpty()
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                found.get(), score(), mode, leaf.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return true;
      }
    };
  }

  private Optional<DocIdSetIterator> papersIn(@Nullable Terms terms) throws IOException {
    if (terms == null) {
      return Optional.empty();
    }
    List<PostingsEnum> postings = new ArrayList<>();
    for (String word : words) {
      List<PostingsEnum> spelled = spelled(word, terms);
      if (spelled.isEmpty()) {
        return Optional.empty();
      }
      postings.add(spelled.size() == 1 ? spelled.getFirst() : new UnionPostingsEnum(spelled));
    }
    return Optional.of(TwoPhaseIterator.asDocIdSetIterator(inOrder(postings)));
  }

  /** Where the spellings of a word are that are there. */
  private static List<PostingsEnum> spelled(String word, Terms terms) throws IOException {
    List<PostingsEnum> postings = new ArrayList<>();
    for (String spelling : NameSpellings.of(word)) {
      TermsEnum term = terms.iterator();
      if (term.seekExact(new BytesRef(spelling))) {
        postings.add(term.postings(null, PostingsEnum.POSITIONS));
      }
    }
    return postings;
  }

  private static TwoPhaseIterator inOrder(List<PostingsEnum> postings) {
    return new TwoPhaseIterator(ConjunctionUtils.intersectIterators(List.copyOf(postings))) {
      @Override
      public boolean matches() throws IOException {
        return NamePositions.inOrder(postings);
      }

      @Override
      public float matchCost() {
        return 10 * postings.size();
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuthorQuery that && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  @Override
  public String toString(String field) {
    return Fields.AUTHORS + words;
  }
}
