package dev.kindred.index.lucene;

import dev.kindred.paper.Paper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Digital object identifiers, which know no case (ISO 26324). Part of the store's format. */
final class Doi {
  private static final int MAX_CHARS = 1_000;

  private static final Pattern FORM =
      Pattern.compile(
          "(?<address>(?:https?://)?(?:(?:dx|www)\\.)?doi\\.org/)?"
              + "(?:(?:doi|info:doi/)(?:\\s*:\\s*|\\s+)?)?(?<doi>10\\.[0-9]{4,9}/\\S+)",
          Pattern.CASE_INSENSITIVE);

  private Doi() {}

  /** The plain, lower-case DOI that a text is as a whole, if it is one. */
  static Optional<String> of(String text) {
    Matcher match = FORM.matcher(text.strip());
    if (text.length() > MAX_CHARS || !match.matches()) {
      return Optional.empty();
    }
    String doi = match.group("doi");
    String plain = match.group("address") == null ? doi : decoded(doi);
    return Optional.of(plain.replaceFirst("[.,;]+$", "").toLowerCase(Locale.ROOT));
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return part;
    }
  }

  /** The DOIs of a paper: its id, its address, and what its metadata call so. */
  static Set<String> of(Paper paper) {
    Stream<String> metadata =
        paper.metadata().entrySet().stream()
            .filter(field -> field.getKey().strip().equalsIgnoreCase("doi"))
            .flatMap(field -> texts(field.getValue()));
    return Stream.of(Stream.of(paper.id().value()), paper.url().stream(), metadata)
        .flatMap(texts -> texts)
        .flatMap(text -> of(text).stream())
        .collect(Collectors.toSet());
  }

  private static Stream<String> texts(@Nullable Object value) {
    return switch (value) {
      case String text -> Stream.of(text);
      case java.util.List<?> list -> list.stream().flatMap(Doi::texts);
      case null, default -> Stream.empty();
    };
  }
}
