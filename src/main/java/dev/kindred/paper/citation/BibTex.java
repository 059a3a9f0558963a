package dev.kindred.paper.citation;

import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PublicationDate;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A paper as an entry of BibTeX, in UTF-8 as biber and later versions read it. */
public final class BibTex {
  /** A formula, whose TeX is no text. */
  private static final Pattern FORMULA = Pattern.compile("\\$(?!\\s)[^$]+(?<!\\s)\\$");

  private static final Pattern NO_KEY = Pattern.compile("[^a-z0-9]+");

  /** Shorter words of a title tell little. */
  private static final int TELLING_LETTERS = 4;

  private static final int YEAR_LETTERS = 4;
  private static final int HASH_DIGITS = 8;

  private BibTex() {}

  /** The entry, with a line break behind it. */
  public static String of(Paper paper) {
    return "@misc{%s,\n%s\n}\n"
        .formatted(
            key(paper),
            fields(paper).entrySet().stream()
                .map(field -> "  %s = %s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",\n")));
  }

  private static Map<String, String> fields(Paper paper) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (!paper.title().isEmpty()) {
      fields.put("title", "{{" + escaped(paper.title()) + "}}"); // keeps its capitals
    }
    if (!paper.authors().isEmpty()) {
      fields.put(
          "author",
          paper.authors().stream()
              .map(BibTex::name)
              .collect(Collectors.joining(" and ", "{", "}")));
    }
    paper.published().ifPresent(date -> putDate(date, fields));
    Doi.of(paper).ifPresent(doi -> fields.put("doi", "{" + escaped(doi) + "}"));
    paper.url().ifPresent(url -> fields.put("url", "{" + inAddress(url) + "}"));
    return fields;
  }

  private static void putDate(PublicationDate date, Map<String, String> fields) {
    fields.put("year", "{" + year(date) + "}");
    if (date.toString().length() > YEAR_LETTERS) {
      fields.put("month", date.first().getMonth().name().substring(0, 3).toLowerCase(Locale.ROOT));
    }
  }

  private static String year(PublicationDate date) {
    return date.toString().substring(0, YEAR_LETTERS);
  }

  /** A name that BibTeX would take for two stays together; "Doe, Jane" it understands. */
  private static String name(Author author) {
    String name = escaped(author.name());
    return name.toLowerCase(Locale.ROOT).contains(" and ") ? "{" + name + "}" : name;
  }

  /**
   * First author, year, first telling word of the title; the id where there is none of these, and
   * where that has no letters either, some that are this paper's.
   */
  private static String key(Paper paper) {
    String author =
        paper.authors().stream().findFirst().map(first -> lastWord(first.name())).orElse("");
    String word =
        Arrays.stream(plain(paper.title()).split("-", -1))
            .filter(each -> each.length() >= TELLING_LETTERS)
            .findFirst()
            .orElse("");
    String key = author + paper.published().map(BibTex::year).orElse("") + word;
    return Stream.of(key, plain(paper.id().value()))
        .filter(made -> !made.isEmpty())
        .findFirst()
        .orElseGet(() -> "paper" + paper.contentHash().hex().substring(0, HASH_DIGITS));
  }

  /** The family's name stands last, or before a comma. */
  private static String lastWord(String name) {
    String plain = plain(name.split(",", 2)[0]);
    return plain.substring(plain.lastIndexOf('-') + 1);
  }

  private static String plain(String text) {
    String letters = Normalizer.normalize(text, Form.NFKD).replaceAll("\\p{M}", "");
    return NO_KEY.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
  }

  private static String inAddress(String url) {
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    Matcher formula = FORMULA.matcher(text);
    int at = 0;
    while (formula.find()) {
      if (isBalanced(formula.group())) {
        appendEscaped(text.substring(at, formula.start()), escaped);
        escaped.append(formula.group());
        at = formula.end();
      }
    }
    appendEscaped(text.substring(at), escaped);
    return escaped.toString();
  }

  private static boolean isBalanced(String tex) {
    int depth = 0;
    for (int i = 0; i < tex.length() && depth >= 0; i++) {
      depth += tex.charAt(i) == '{' ? 1 : tex.charAt(i) == '}' ? -1 : 0;
    }
    return depth == 0;
  }

  private static void appendEscaped(String text, StringBuilder escaped) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&', '%', '$', '#', '_' -> escaped.append('\\').append(c);
        // BibTeX counts braces, also those behind a backslash.
        case '{' -> escaped.append("\\textbraceleft{}");
        case '}' -> escaped.append("\\textbraceright{}");
        case '\\' -> escaped.append("\\textbackslash{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        case '^' -> escaped.append("\\textasciicircum{}");
        case '\n', '\r', '\t' -> escaped.append(' ');
        default -> escaped.append(c);
      }
    }
  }
}
