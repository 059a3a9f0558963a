package dev.kindred.paper.citation;

import dev.kindred.paper.Paper;
import dev.kindred.paper.PublicationDate;
import java.util.regex.Pattern;

/** A paper in the format of Research Information Systems, as reference managers import it. */
public final class Ris {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final StringBuilder text = new StringBuilder();

  private Ris() {}

  /** The entry, in lines that end as the format wants them. */
  public static String of(Paper paper) {
    Ris entry = new Ris();
    entry.add("TY", "GEN");
    entry.add("TI", paper.title());
    paper.authors().forEach(author -> entry.add("AU", author.name()));
    paper.published().ifPresent(entry::addDate);
    entry.add("AB", paper.abstractText());
    paper.categories().forEach(category -> entry.add("KW", category));
    Doi.of(paper).ifPresent(doi -> entry.add("DO", doi));
    paper.url().ifPresent(url -> entry.add("UR", url));
    entry.add("ID", paper.id().value());
    return entry.text.append("ER  - \r\n").toString();
  }

  private void addDate(PublicationDate date) {
    String[] parts = date.toString().split("-", -1);
    add("PY", parts[0]);
    add("DA", String.join("/", parts) + "/".repeat(3 - parts.length + 1));
  }

  private void add(String tag, String value) {
    if (!value.isEmpty()) {
      text.append(tag).append("  - ").append(BLANKS.matcher(value).replaceAll(" ")).append("\r\n");
    }
  }
}
