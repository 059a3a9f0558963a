package dev.kindred.http.page;

import dev.kindred.paper.PaperId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where pages are. */
public final class PageAddress {
  private PageAddress() {}

  /** The page of a paper; dots are encoded, for some ids are nothing else. */
  public static String of(PaperId id) {
    return "/papers/" + encoded(id.value()).replace("+", "%20").replace(".", "%2E");
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
