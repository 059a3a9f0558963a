package dev.kindred.http.page;

import com.samskivert.mustache.Template;
import java.util.Map;

/** The page that says why there is no other. Thread-safe. */
public final class ProblemPage {
  private final Template template = Templates.read("problem.html");

  /**
   * The page in HTML.
   *
   * @param title what the status is called
   * @param detail what is wrong, in a sentence
   */
  public String of(String title, String detail) {
    return template.execute(Map.of("title", title, "detail", detail));
  }
}
