package dev.kindred.http.page;

import com.samskivert.mustache.Template;
import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.Shortened;
import dev.kindred.paper.citation.BibTex;
import dev.kindred.paper.citation.Doi;
import dev.kindred.paper.citation.Ris;
import dev.kindred.search.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page of one paper, which can be read without a script. Thread-safe. */
public final class PaperPage {
  /** Search engines show no more of a description. */
  private static final int DESCRIBED_CHARS = 200;

  private static final int NAMED_AUTHORS = 3;

  private final Template template = Templates.read("paper.html");

  /** A value that links to the papers that share it. */
  record Linked(String value, String link, String comma) {}

  /** Somewhere else where the paper is. */
  record Elsewhere(String href, String text) {}

  /** More that is known of a paper. */
  record Known(String field, String value) {}

  /** A similar paper in short. */
  record Similar(String address, String name, String authors, String published, String words) {}

  /**
   * The page in HTML.
   *
   * @param server where browsers find this server, as {@code https://papers.example}; empty if that
   *     is not known
   * @param widget the markup that shows similar papers elsewhere; empty for none
   */
  public String of(Paper paper, SimilarPapers similar, String server, String widget) {
    String address = server + PageAddress.of(paper.id());
    Map<String, Object> page = new HashMap<>();
    page.put("id", paper.id().value());
    page.put("name", name(paper));
    page.put("address", address);
    page.put("description", description(paper));
    page.put("structured", StructuredData.of(paper, address));
    page.put("published", paper.published().map(PublicationDate::toString).orElse(""));
    page.put("abstract", paper.abstractText());
    page.put("hasAbstract", !paper.abstractText().isEmpty());
    putList("Authors", linked("author", paper.authors().stream().map(Author::name).toList()), page);
    putList("Categories", linked("category", paper.categories()), page);
    putList("Links", elsewhere(paper), page);
    page.put("metadata", metadata(paper));
    putList("Similar", similar.papers().stream().map(PaperPage::similar).toList(), page);
    page.put("noSimilar", similar.instead());
    page.put("similarSearch", PageAddress.search("similar", paper.id().value()));
    page.put("bibtex", BibTex.of(paper));
    page.put("bibtexFile", PageAddress.citation(paper.id(), "bibtex"));
    page.put("ris", Ris.of(paper));
    page.put("risFile", PageAddress.citation(paper.id(), "ris"));
    page.put("widget", widget);
    return template.execute(page);
  }

  private static void putList(String name, List<?> values, Map<String, Object> page) {
    page.put("has" + name, !values.isEmpty());
    page.put(name.toLowerCase(Locale.ROOT), values);
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
    String named = String.join(", ", authors.subList(0, Math.min(NAMED_AUTHORS, authors.size())));
    return new Similar(
        PageAddress.of(paper.id()),
        name(paper),
        authors.size() > NAMED_AUTHORS ? named + " and others" : named,
        paper.published().map(PublicationDate::toString).orElse(""),
        result.because().map(because -> String.join(", ", because.words())).orElse(""));
  }
}
