package dev.kindred.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the pages, which are resources of the program; read once. Thread-safe. */
public final class PageFiles {
  /** No name that this matches leads anywhere but into the folder. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.([a-z]+)");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml; charset=utf-8");

  /** Comes from a WebJar, whose version the pom names. */
  private static final String KATEX = "/META-INF/resources/webjars/katex/0.18.11/dist/katex.min.js";

  private final Map<String, PageFile> known = new ConcurrentHashMap<>();

  /** A module, style sheet or picture. */
  public Optional<PageFile> asset(String name) {
    return name.equals("katex.js") ? find(name, KATEX) : find(name, "/web/assets/" + name);
  }

  /** A page, or another file, that is the same for everybody. */
  public PageFile page(String name) {
    return find(name, "/web/" + name)
        .orElseThrow(() -> new IllegalStateException("there is no page " + name));
  }

  /** What pages of other sites load. */
  public PageFile widget() {
    return find("kindred.js", "/web/widget/kindred.js")
        .orElseThrow(() -> new IllegalStateException("there is no widget"));
  }

  /** The OpenAPI document of this version. */
  public PageFile openApi(String version) {
    PageFile document = page("openapi.json");
    String template = new String(document.content(), StandardCharsets.UTF_8);
    return new PageFile(
        document.contentType(),
        template.replace("\"VERSION\"", '"' + version + '"').getBytes(StandardCharsets.UTF_8));
  }

  private Optional<PageFile> find(String name, String resource) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches() || !TYPES.containsKey(parts.group(1))) {
      return Optional.empty();
    }
    PageFile before = known.get(resource);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<PageFile> read = read(resource, TYPES.get(parts.group(1)));
    read.ifPresent(file -> known.put(resource, file));
    return read;
  }

  private static Optional<PageFile> read(String resource, String type) {
    try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(new PageFile(type, in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
