package dev.kindred.http.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The origins (RFC 6454) whose pages may read the API.
 *
 * @param all whether every page may, whatever is listed
 * @param listed as browsers write them in the header Origin
 */
public record AllowedOrigins(boolean all, Set<String> listed) {
  /** Pages of other origins may not read anything. */
  public static final AllowedOrigins NONE = new AllowedOrigins(false, Set.of());

  /** What {@link #parse} understands. */
  public static final String RULE =
      "origins with commas between them, as https://example.org or http://localhost:3000, or *"
          + " for all";

  private static final Pattern ORIGIN =
      Pattern.compile("(https?)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?");
  private static final int MAX_PORT = 65_535;

  public AllowedOrigins {
    listed = Set.copyOf(listed);
  }

  /** Origins as an operator writes them; empty if one of them is none. */
  public static Optional<AllowedOrigins> parse(String text) {
    if (text.strip().equals("*")) {
      return Optional.of(new AllowedOrigins(true, Set.of()));
    }
    Set<String> listed = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      Optional<String> origin = origin(part.strip());
      if (origin.isEmpty()) {
        return Optional.empty();
      }
      listed.add(origin.get());
    }
    return Optional.of(new AllowedOrigins(false, listed));
  }

  /** Browsers write small letters, and leave out the port that the scheme has anyway. */
  private static Optional<String> origin(String text) {
    Matcher parts = ORIGIN.matcher(text.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String origin = parts.group(1) + "://" + parts.group(2);
    if (parts.group(3) == null) {
      return Optional.of(origin);
    }
    int port = Integer.parseInt(parts.group(3));
    int usual = parts.group(1).equals("https") ? 443 : 80;
    return port < 1 || port > MAX_PORT
        ? Optional.empty()
        : Optional.of(port == usual ? origin : origin + ":" + port);
  }

  /** Whether pages of this origin may read. */
  public boolean allow(String origin) {
    return all || listed.contains(origin);
  }
}
