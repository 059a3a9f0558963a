package dev.kindred.http.page;

import dev.kindred.paper.PaperId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where pages are. */
public final class PageAddress {
  /** Browsers and proxies leave these as they are; a dot at the beginning they may not. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_~:-][A-Za-z0-9._~:-]*");

  private PageAddress() {}

  /** The page of a paper. */
  public static String of(PaperId id) {
    return isPlain(id) ? "/papers/" + id.value() : "/papers?id=" + encoded(id.value());
  }

  /** Where a paper is in another format. */
  static String citation(PaperId id, String format) {
    return "/papers/%s/%s".formatted(isPlain(id) ? id.value() : inPath(id.value()), format);
  }

  /** Where a DOI leads to. */
  static String doi(String doi) {
    return "https://doi.org/" + inPath(doi).replace("%2F", "/").replace("%7E", "~");
  }

  private static boolean isPlain(PaperId id) {
    return PLAIN.matcher(id.value()).matches();
  }

  private static String inPath(String text) {
    return encoded(text).replace("+", "%20");
  }

  /** The search page with one thing in its address. */
  static String search(String parameter, String value) {
    return "/?" + parameter + "=" + encoded(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Whether an address leads to a web page, and does nothing else. */
  static boolean isOfTheWeb(String address) {
    try {
      String scheme = new URI(address).getScheme();
      return scheme != null
          && switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http", "https" -> true;
            default -> false;
          };
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
