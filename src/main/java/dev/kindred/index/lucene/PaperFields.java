package dev.kindred.index.lucene;

import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PublicationDate;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The fields by which a paper is found, narrowed and counted. Part of the store's format. */
final class PaperFields {
  private final Paper paper;
  private final WholeNames names;

  PaperFields(Paper paper, PaperAnalyzer analyzer) {
    this.paper = paper;
    this.names = new WholeNames(analyzer);
  }

  void addTo(Document document) {
    addId(document);
    addWords(document);
    addWholeNames(document);
    for (Author author : paper.authors()) {
      document.add(new SortedSetDocValuesField(Fields.AUTHOR, new BytesRef(author.name())));
    }
    for (String category : paper.categories()) {
      document.add(new KeywordField(Fields.CATEGORY, category, Store.NO));
    }
    paper.published().ifPresent(date -> addDate(document, date));
    MetadataTerms metadata = MetadataTerms.of(paper.metadata());
    metadata
        .texts()
        .forEach(term -> document.add(new KeywordField(Fields.METADATA, term, Store.NO)));
    metadata
        .numbers()
        .forEach(term -> document.add(new StringField(Fields.METADATA, term, Store.NO)));
  }

  private void addId(Document document) {
    BytesRef id = new BytesRef(paper.id().value());
    document.add(new StringField(Fields.ID, id, Store.NO));
    document.add(new SortedDocValuesField(Fields.ID, id));
    long lottery = StringHelper.murmurhash3_x64_128(id)[0];
    document.add(new NumericDocValuesField(Fields.LOTTERY, lottery));
  }

  private void addWords(Document document) {
    addText(document, Fields.WORDS, Stream.of(paper.title(), paper.title(), paper.abstractText()));
    addText(document, Fields.AUTHORS, names());
    Stream<String> all = Stream.concat(Stream.of(paper.title(), paper.abstractText()), names());
    addText(document, Fields.EXACT, all);
  }

  private void addWholeNames(Document document) {
    names.ofTitle(paper.title()).forEach(term -> addTerm(document, Fields.WHOLE_TITLE, term));
    names()
        .flatMap(name -> names.ofPerson(name).stream())
        .forEach(term -> addTerm(document, Fields.WHOLE_NAME, term));
    Doi.of(paper).forEach(doi -> addTerm(document, Fields.DOI, doi));
  }

  private Stream<String> names() {
    return paper.authors().stream().map(Author::name);
  }

  private static void addTerm(Document document, String field, String term) {
    document.add(new StringField(field, term, Store.NO));
  }

  private static void addText(Document document, String field, Stream<String> texts) {
    texts
        .map(text -> new TextField(field, PaperAnalyzer.normal(text), Store.NO))
        .forEach(document::add);
  }

  private static void addDate(Document document, PublicationDate date) {
    document.add(new LongField(Fields.FIRST_DAY, date.first().toEpochDay(), Store.NO));
    document.add(new LongField(Fields.LAST_DAY, date.last().toEpochDay(), Store.NO));
  }
}
