package dev.kindred.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.PaperDraft;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arXiv metadata snapshot as Kaggle has it. A paper is published on the day of its first
 * version; what has no field of ours ({@code doi, journal-ref, comments, versions} and so on) is
 * kept as metadata.
 */
final class ArxivSnapshot implements JsonForm {
  private static final Set<String> OUR_FIELDS =
      Set.of("id", "title", "abstract", "authors", "authors_parsed", "categories");
  private static final Pattern ID = Pattern.compile("[\\w.-]+(/[\\w.-]+)?");
  private static final Pattern IN_PARENTHESES = Pattern.compile("\\([^()]*\\)");
  private static final Pattern BETWEEN_AUTHORS = Pattern.compile(",\\s*(?:and\\s+)?|\\s+and\\s+");

  @Override
  public PaperDraft draft(JsonNode json) {
    JsonFields fields = new JsonFields("a paper", json);
    String id = fields.text("id");
    PaperDraft draft =
        new PaperDraft()
            .id(id)
            .title(unwrapped(fields.text("title")))
            .abstractText(unwrapped(fields.text("abstract")))
            .published(published(fields))
            .url(id != null && ID.matcher(id).matches() ? "https://arxiv.org/abs/" + id : null);
    authors(fields).forEach(draft::author);
    words(fields.text("categories")).forEach(draft::category);
    fields.othersInto(draft, OUR_FIELDS);
    return draft;
  }

  private static String unwrapped(@Nullable String text) {
    return words(text).collect(Collectors.joining(" "));
  }

  private static Stream<String> words(@Nullable String text) {
    return text == null
        ? Stream.empty()
        : Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty());
  }

  private static @Nullable String published(JsonFields fields) {
    String created = fields.get("versions").path(0).path("created").asText("");
    try {
      return LocalDate.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(created)).toString();
    } catch (DateTimeException unknown) {
      return fields.text("update_date");
    }
  }

  private static List<String> authors(JsonFields fields) {
    List<String> names = new ArrayList<>();
    for (JsonNode parsed : fields.get("authors_parsed")) {
      names.add(forenamesFirst(parsed));
    }
    String line = fields.text("authors");
    if (names.isEmpty() && line != null) {
      String bare = IN_PARENTHESES.matcher(line).replaceAll(" ");
      BETWEEN_AUTHORS.splitAsStream(bare).map(ArxivSnapshot::unwrapped).forEach(names::add);
    }
    return names.stream().filter(name -> !name.isBlank()).toList();
  }

  /** From {@code [last, forenames, suffix]}. */
  private static String forenamesFirst(JsonNode parsed) {
    return Stream.of(1, 0, 2)
        .map(part -> parsed.path(part).asText("").strip())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
