package dev.kindred.paper.citation;

import dev.kindred.paper.Paper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a paper's Digital Object Identifier is kept: in its metadata, or it is the id. */
public final class Doi {
  private static final Pattern DOI =
      Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/|doi:)?(10\\.\\d{4,9}/\\S+)");

  private Doi() {}

  /** As {@code 10.…/…}; none if the paper has none. */
  public static Optional<String> of(Paper paper) {
    return Optional.ofNullable(paper.metadata().get("doi"))
        .flatMap(kept -> in(kept.toString()))
        .or(() -> in(paper.id().value()));
  }

  private static Optional<String> in(String text) {
    Matcher doi = DOI.matcher(text.strip());
    return doi.matches() ? Optional.of(doi.group(1)) : Optional.empty();
  }
}
