package dev.kindred.paper;

import dev.kindred.paper.Rejection.InvalidRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A paper as a stranger describes it, field by field and not yet checked. Not thread-safe. Every
 * source of papers goes through {@link #toPaper}, so that all obey the same rules.
 */
public final class PaperDraft {
  public static final int MAX_TITLE_CHARS = 5_000;
  public static final int MAX_ABSTRACT_CHARS = 200_000;
  public static final int MAX_AUTHORS = 10_000;
  public static final int MAX_CATEGORIES = 200;
  public static final int MAX_NAME_BYTES = 1_000;

  private @Nullable String id;
  private String title = "";
  private String abstractText = "";
  private final List<String> authors = new ArrayList<>();
  private @Nullable String published;
  private final List<String> categories = new ArrayList<>();
  private @Nullable String url;
  private final Map<String, @Nullable Object> metadata = new LinkedHashMap<>();

  public PaperDraft id(@Nullable String id) {
    this.id = id;
    return this;
  }

  public PaperDraft title(@Nullable String title) {
    this.title = title == null ? "" : WellFormed.printable(title).strip();
    return this;
  }

  public PaperDraft abstractText(@Nullable String abstractText) {
    this.abstractText = abstractText == null ? "" : WellFormed.printable(abstractText).strip();
    return this;
  }

  public PaperDraft author(String name) {
    authors.add(WellFormed.printable(name).strip());
    return this;
  }

  public PaperDraft published(@Nullable String published) {
    this.published = published == null || published.isBlank() ? null : published.strip();
    return this;
  }

  public PaperDraft category(String category) {
    categories.add(WellFormed.printable(category).strip());
    return this;
  }

  public PaperDraft url(@Nullable String url) {
    this.url = url == null || url.isBlank() ? null : url.strip();
    return this;
  }

  public PaperDraft metadata(String name, @Nullable Object value) {
    metadata.put(WellFormed.text(name), WellFormed.value(value));
    return this;
  }

  /**
   * The paper that this describes.
   *
   * @throws InvalidRequest naming the first field that breaks its rule, and the rule
   */
  public Paper toPaper() {
    PaperId checkedId = checkedId();
    require(!title.isEmpty() || !abstractText.isEmpty(), "a paper needs a title or an abstract");
    requireLength("title", title, MAX_TITLE_CHARS);
    requireLength("abstract", abstractText, MAX_ABSTRACT_CHARS);
    requireNames("authors", authors, MAX_AUTHORS);
    requireNames("categories", categories, MAX_CATEGORIES);
    return new Paper(
        checkedId,
        title,
        abstractText,
        authors.stream().map(Author::new).toList(),
        checkedDate(),
        categories.stream().distinct().toList(),
        checkedUrl(),
        metadata);
  }

  private PaperId checkedId() {
    String given = id;
    if (given == null) {
      throw new InvalidRequest("id is missing; it must be " + PaperId.RULE);
    }
    Optional<PaperId> parsed = PaperId.parse(given);
    require(
        parsed.isPresent(), "id is %s; it must be %s".formatted(Quoted.of(given), PaperId.RULE));
    return parsed.orElseThrow();
  }

  private Optional<PublicationDate> checkedDate() {
    if (published == null) {
      return Optional.empty();
    }
    Optional<PublicationDate> date = PublicationDate.parse(published);
    require(
        date.isPresent(),
        "published is %s; it must be %s".formatted(Quoted.of(published), PublicationDate.RULE));
    return date;
  }

  private Optional<String> checkedUrl() {
    if (url == null) {
      return Optional.empty();
    }
    require(
        isWebAddress(url),
        "url is %s; it must be an absolute http or https address".formatted(Quoted.of(url)));
    return Optional.of(url);
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      return uri.getHost() != null
          && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  private static void requireLength(String field, String text, int maxChars) {
    require(
        text.length() <= maxChars,
        "%s has %d characters; at most %d are allowed".formatted(field, text.length(), maxChars));
  }

  private static void requireNames(String field, List<String> names, int max) {
    require(
        names.size() <= max,
        "%s has %d entries; at most %d are allowed".formatted(field, names.size(), max));
    for (String name : names) {
      int bytes = name.getBytes(StandardCharsets.UTF_8).length;
      require(
          bytes >= 1 && bytes <= MAX_NAME_BYTES,
          "%s holds %s; an entry must have 1 to %d bytes of text"
              .formatted(field, Quoted.of(name), MAX_NAME_BYTES));
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new InvalidRequest(otherwise);
    }
  }
}
