package dev.kindred.cli;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may do what at a server. */
final class AccessOptions {
  @Option(
      names = "--public-search",
      description = {
        "Anybody may search and read without a key; or KINDRED_PUBLIC_SEARCH=on (default: only who"
            + " sits at this machine)."
      })
  private boolean publicSearch;

  @Option(
      names = "--insecure",
      description =
          "Anybody may write without a key, too; or KINDRED_INSECURE=on. For closed networks.")
  private boolean insecure;

  @Option(
      names = "--admin-key-file",
      paramLabel = "FILE",
      description = {
        "A file that holds a key with all rights, of at least 32 characters; or"
            + " KINDRED_ADMIN_KEY_FILE."
      })
  @Nullable String adminKeyFile;

  @Option(
      names = "--first-key",
      description = {
        "If there are no keys yet, make one with all rights and print it, this once; or"
            + " KINDRED_FIRST_KEY=on."
      })
  private boolean firstKey;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "NETWORK,…",
      description = {
        "Addresses of proxies that are believed where a request comes from, as 10.0.0.0/8, with"
            + " commas between them; or KINDRED_TRUSTED_PROXY (default: none)."
      })
  @Nullable String trustedProxy;

  @Option(
      names = "--rate-limit",
      paramLabel = "N",
      description = {
        "Requests a minute of each key, and of each address without one; 0 for as many as they"
            + " like; or KINDRED_RATE_LIMIT (default: 1200). This machine has no limit."
      })
  @Nullable String rateLimit;

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    switchOn(given, Setting.PUBLIC_SEARCH, publicSearch);
    switchOn(given, Setting.INSECURE, insecure);
    switchOn(given, Setting.FIRST_KEY, firstKey);
    StoreOptions.put(given, Setting.ADMIN_KEY_FILE, adminKeyFile);
    StoreOptions.put(given, Setting.TRUSTED_PROXY, trustedProxy);
    StoreOptions.put(given, Setting.RATE_LIMIT, rateLimit);
    return given;
  }

  private static void switchOn(Map<Setting, String> given, Setting setting, boolean isGiven) {
    if (isGiven) {
      given.put(setting, "on");
    }
  }
}
