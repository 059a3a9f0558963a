package dev.kindred.index.lucene;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers of arXiv as people paste them: with the scheme or the address before them. */
final class ArxivId {
  private static final int MAX_CHARS = 200;

  private static final Pattern FORM =
      Pattern.compile(
          "(?:arxiv\\s*:\\s*|(?:https?://)?(?:(?:www|export)\\.)?arxiv\\.org/(?:abs|pdf|html)/)"
              + "(?<id>[a-z0-9./-]+?)(?:\\.pdf)?[/.]?",
          Pattern.CASE_INSENSITIVE);

  private ArxivId() {}

  /** The bare identifier of a text that is one as a whole and says so. */
  static Optional<String> of(String text) {
    Matcher match = FORM.matcher(text.strip());
    return text.length() <= MAX_CHARS && match.matches()
        ? Optional.of(match.group("id"))
        : Optional.empty();
  }
}
