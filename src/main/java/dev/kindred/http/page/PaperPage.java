package dev.kindred.http.page;

import com.samskivert.mustache.Template;
import dev.kindred.paper.Paper;

/** The page of one paper, which can be read without a script. Thread-safe. */
public final class PaperPage {
  private final Template template = Templates.read("paper.html");

  /**
   * The page in HTML.
   *
   * @param server where browsers find this server, as {@code https://papers.example}; empty if that
   *     is not known
   * @param widget the markup that shows similar papers elsewhere; empty for none
   */
  public String of(Paper paper, SimilarPapers similar, String server, String widget) {
    return template.execute(PaperContent.of(paper, similar, server, widget));
  }
}
