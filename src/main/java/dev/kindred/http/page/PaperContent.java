package dev.kindred.http.page;

import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Shortened;
import dev.kindred.paper.citation.BibTex;
import dev.kindred.paper.citation.Doi;
import dev.kindred.paper.citation.Ris;
import dev.kindred.search.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page of a paper says, under the names that its template reads.
 *
 * @param structured what search engines read, in JSON-LD
 * @param otherAuthors those who are named on demand
 * @param noSimilar why there is no similar paper; empty where there is one
 * @param widget the markup that shows similar papers elsewhere; empty for none
 */
record PaperContent(
    String id,
    String name,
    String address,
    String description,
    String structured,
    List<Linked> authors,
    List<Linked> otherAuthors,
    ReadableDate published,
    List<Linked> categories,
    List<Known> metadata,
    List<Elsewhere> links,
    String abstractText,
    List<Similar> similar,
    String noSimilar,
    String similarSearch,
    Citation bibtex,
    Citation ris,
    String widget) {
  /** Search engines show no more of a description. */
  private static final int DESCRIBED_CHARS = 200;

  private static final int NAMED_AUTHORS = 10;
  private static final int NAMED_AUTHORS_OF_SIMILAR = 3;

  /** A value that links to the papers that share it. */
  record Linked(String value, String link, String comma) {}

  /** Somewhere else where the paper is. */
  record Elsewhere(String href, String text) {}

  /** More that is known of a paper. */
  record Known(String field, String value) {}

  /** How to cite the paper, as text and as the address of a file. */
  record Citation(String text, String file) {}

  /**
   * A similar paper in short.
   *
   * @param others what follows the names of authors
   */
  record Similar(
      String address,
      String name,
      List<Linked> authors,
      String others,
      ReadableDate date,
      String words) {
    Similar {
      authors = List.copyOf(authors);
    }
  }

  PaperContent {
    authors = List.copyOf(authors);
    otherAuthors = List.copyOf(otherAuthors);
    categories = List.copyOf(categories);
    metadata = List.copyOf(metadata);
    links = List.copyOf(links);
    similar = List.copyOf(similar);
  }

  static PaperContent of(Paper paper, SimilarPapers similar, String server, String widget) {
    String address = server + PageAddress.of(paper.id());
    List<String> authors = paper.authors().stream().map(Author::name).toList();
    int named = Math.min(NAMED_AUTHORS, authors.size());
    return new PaperContent(
        paper.id().value(),
        name(paper),
        address,
        description(paper),
        StructuredData.of(paper, address),
        linked("author", authors.subList(0, named)),
        linked("author", authors.subList(named, authors.size())),
        ReadableDate.of(paper.published()),
        linked("category", paper.categories()),
        metadata(paper),
        elsewhere(paper),
        paper.abstractText(),
        similar.papers().stream().map(PaperContent::similar).toList(),
        similar.instead(),
        PageAddress.search("similar", paper.id().value()),
        new Citation(BibTex.of(paper), PageAddress.citation(paper.id(), "bibtex")),
        new Citation(Ris.of(paper), PageAddress.citation(paper.id(), "ris")),
        widget);
  }

  boolean hasAuthors() {
    return !authors.isEmpty();
  }

  boolean hasOtherAuthors() {
    return !otherAuthors.isEmpty();
  }

  /** How many there are, in words. */
  String moreAuthors() {
    return otherAuthors.size() == 1 ? "1 more author" : otherAuthors.size() + " more authors";
  }

  boolean hasCategories() {
    return !categories.isEmpty();
  }

  boolean hasLinks() {
    return !links.isEmpty();
  }

  boolean hasSimilar() {
    return !similar.isEmpty();
  }

  private static String name(Paper paper) {
    return paper.title().isEmpty() ? paper.id().value() : paper.title();
  }

  private static String description(Paper paper) {
    String text = paper.abstractText().isEmpty() ? paper.title() : paper.abstractText();
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= DESCRIBED_CHARS) {
      return line;
    }
    int blank = line.lastIndexOf(' ', DESCRIBED_CHARS);
    return blank > 0 ? line.substring(0, blank) + " …" : Shortened.of(line, DESCRIBED_CHARS);
  }

  private static List<Linked> linked(String parameter, List<String> values) {
    List<Linked> linked = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      String comma = i < values.size() - 1 ? ", " : "";
      linked.add(new Linked(value, PageAddress.search(parameter, value), comma));
    }
    return linked;
  }

  private static List<Elsewhere> elsewhere(Paper paper) {
    List<Elsewhere> links = new ArrayList<>();
    paper
        .url()
        .filter(PageAddress::isOfTheWeb)
        .ifPresent(url -> links.add(new Elsewhere(url, "Read the paper")));
    Doi.of(paper).ifPresent(doi -> links.add(new Elsewhere(PageAddress.doi(doi), "DOI " + doi)));
    return links;
  }

  /** Lists and objects are for programs. */
  private static List<Known> metadata(Paper paper) {
    List<Known> known = new ArrayList<>();
    paper
        .metadata()
        .forEach((field, value) -> {
          if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            known.add(new Known(field, value.toString()));
          }
        });
    return known;
  }

  private static Similar similar(Result result) {
    Paper paper = result.paper();
    List<String> authors = paper.authors().stream().map(Author::name).toList();
    int shown = Math.min(NAMED_AUTHORS_OF_SIMILAR, authors.size());
    String others = authors.size() > shown ? " and others. " : ". ";
    return new Similar(
        PageAddress.of(paper.id()),
        name(paper),
        linked("author", authors.subList(0, shown)),
        authors.isEmpty() ? "" : others,
        ReadableDate.of(paper.published()),
        result.because().map(because -> String.join(", ", because.words())).orElse(""));
  }
}
