package dev.kindred.index.lucene;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifiers of arXiv as people paste them: with a scheme or an address before them, a version or
 * a category behind, in brackets, or as a DOI.
 */
final class ArxivId {
  private static final int MAX_CHARS = 200;

  private static final Pattern FORM =
      Pattern.compile(
          "[<(\\[]?"
              + "(?:arxiv\\s*:\\s*"
              + "|(?:https?://)?(?:(?:www|export)\\.)?arxiv\\.org/(?:abs|pdf|html)/"
              + "|(?:https?://)?(?:www\\.)?huggingface\\.co/papers/"
              + "|(?:(?:https?://)?(?:dx\\.)?doi\\.org/|doi\\s*:\\s*)?10\\.48550/arxiv\\.)?"
              + "(?<id>[a-z-]+(?:\\.[a-z]{2})?/\\d{7}|\\d{4}\\.\\d{4,5})"
              + "(?<version>v\\d+)?(?:\\.pdf)?[/.,;]?(?:\\s*\\[[a-z.-]+])?[>)\\]]?[.,;]?",
          Pattern.CASE_INSENSITIVE);

  private ArxivId() {}

  /** What a paper may be called that a text names as a whole: with its version, and without. */
  static List<String> of(String text) {
    Matcher match = FORM.matcher(text.strip());
    if (text.length() > MAX_CHARS || !match.matches()) {
      return List.of();
    }
    String id = match.group("id");
    String version = match.group("version");
    return version == null ? List.of(id) : List.of(id + version, id);
  }
}
