package dev.kindred.http.page;

import com.samskivert.mustache.Template;
import dev.kindred.paper.PaperId;
import java.util.Map;

/** What to copy into a page of one's own to show papers like one. Thread-safe. */
public final class WidgetMarkup {
  private final Template template = Templates.read("widget.html");
  private final String version;
  private final String integrity;

  /** Markup that loads just this file, and refuses another one in its place. */
  public WidgetMarkup(PageFile widget, String version) {
    this.version = version;
    this.integrity = widget.integrity();
  }

  /**
   * The markup, two lines of HTML.
   *
   * @param server where browsers find this server, as {@code https://papers.example}
   */
  public String of(PaperId id, String server) {
    return template
        .execute(
            Map.of(
                "server", server,
                "version", version,
                "integrity", integrity,
                "id", id.value(),
                "address", PageAddress.of(id)))
        .strip();
  }
}
