package dev.kindred;

import dev.kindred.cli.Options;
import dev.kindred.cli.Setting;
import dev.kindred.http.access.AccessRules;
import dev.kindred.http.access.AllowedOrigins;
import dev.kindred.http.access.Networks;
import dev.kindred.index.lucene.VectorStorage;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the environment sets. An option of a command beats the variable of the same name; a variable
 * that is empty counts as not set. Immutable.
 */
public final class Settings {
  private static final Set<String> OF_THE_LAUNCHER_AND_TESTS =
      Set.of("KINDRED_JAVA_OPTS", "KINDRED_JAVA_HOME", "KINDRED_TEST_DATA");
  private static final Pattern MODEL_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");
  private static final int MAX_PORT = 65_535;
  private static final String REQUESTS_PER_MINUTE = "1200";
  private static final String SLOW_QUERY_MILLIS = "1000";

  private final Map<String, String> environment;
  private final Path home;

  /**
   * Takes the environment.
   *
   * @param home the folder of the program, beside which the models are
   */
  public Settings(Map<String, String> environment, Path home) {
    this.environment = Map.copyOf(environment);
    this.home = home;
  }

  /** Variables that begin as ours do and mean nothing: most likely misspelt. */
  public List<String> unknownVariables() {
    Set<String> known = new HashSet<>(OF_THE_LAUNCHER_AND_TESTS);
    for (Setting setting : Setting.values()) {
      known.add(setting.variable());
    }
    return environment.keySet().stream()
        .filter(name -> name.startsWith("KINDRED_") && !known.contains(name))
        .sorted()
        .toList();
  }

  /** Whether the user wants no colours (https://no-color.org). */
  public boolean isColourUnwanted() {
    return !environment.getOrDefault("NO_COLOR", "").isEmpty()
        || environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** How the log is written, text or json; what is neither is refused by {@link #resolve}. */
  public String logFormat() {
    return environment.getOrDefault(Setting.LOG_FORMAT.variable(), "").strip().equals("json")
        ? "json"
        : "text";
  }

  /**
   * The settings of a command that was given these options.
   *
   * @throws InvalidSettings naming every bad one, where it came from, and what is allowed
   */
  public Options resolve(Map<Setting, String> given) {
    Reading reading = new Reading(given);
    Options options =
        new Options(
            reading.path(Setting.DATA, Path.of("vectors")),
            reading.host(),
            reading.port(),
            reading.cors(),
            reading.access(),
            reading.slowQuery(),
            reading.file(Setting.ADMIN_KEY_FILE),
            reading.isOn(Setting.FIRST_KEY, "off"),
            reading.text(Setting.KEY),
            reading.model(),
            reading.path(Setting.MODELS, home.resolve("models")),
            reading.server(),
            reading.path(Setting.CACHE, standardCache()),
            reading.isOn(Setting.SENTENCE_VECTORS, "on"),
            reading.vectors());
    reading.requireLogFormat();
    if (!reading.problems.isEmpty()) {
      throw new InvalidSettings(String.join("\n", reading.problems));
    }
    return options;
  }

  /** Where the XDG base directory specification wants it; it ignores what is not absolute. */
  private Path standardCache() {
    String home = environment.getOrDefault("HOME", System.getProperty("java.io.tmpdir"));
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base = caches.startsWith("/") ? Path.of(caches) : Path.of(home, ".cache");
    return base.resolve("kindred").resolve("embeddings");
  }

  /** Reads one setting after the other and keeps what is wrong with them. */
  private final class Reading {
    private final Map<Setting, String> given;
    private final List<String> problems = new ArrayList<>();

    private Reading(Map<Setting, String> given) {
      this.given = given;
    }

    private Optional<String> text(Setting setting) {
      String option = given.get(setting);
      String variable = environment.getOrDefault(setting.variable(), "");
      return option != null
          ? Optional.of(option)
          : Optional.of(variable).filter(value -> !value.isBlank());
    }

    private <T> T problem(Setting setting, String value, String rule, T otherwise) {
      String source = given.containsKey(setting) ? setting.option() : setting.variable();
      problems.add("%s is %s; it must be %s".formatted(source, Quoted.of(value), rule));
      return otherwise;
    }

    private Path path(Setting setting, Path standard) {
      Optional<String> text = text(setting);
      if (text.isEmpty()) {
        return standard;
      }
      try {
        if (!text.get().isBlank()) {
          return Path.of(text.get());
        }
      } catch (InvalidPathException noPath) {
        // Told below, with the other way to be no path.
      }
      return problem(setting, text.get(), "the path of a folder", standard);
    }

    private Optional<Path> file(Setting setting) {
      return text(setting).map(_ -> path(setting, Path.of("")));
    }

    private String host() {
      String host = text(Setting.HOST).orElse("127.0.0.1");
      return host.isBlank() || host.chars().anyMatch(c -> c <= ' ' || c == '/')
          ? problem(Setting.HOST, host, "a host name or an IP address to listen at", host)
          : host;
    }

    private int port() {
      String text = text(Setting.PORT).orElse("8080").strip();
      boolean isNumber = text.matches("[0-9]{1,5}");
      int port = isNumber ? Integer.parseInt(text) : -1;
      return port < 0 || port > MAX_PORT
          ? problem(Setting.PORT, text, "a number from 0 (any free port) to " + MAX_PORT, 0)
          : port;
    }

    private AllowedOrigins cors() {
      Optional<String> text = text(Setting.CORS);
      return text.map(given ->
              AllowedOrigins.parse(given)
                  .orElseGet(
                      () -> problem(Setting.CORS, given, AllowedOrigins.RULE, AllowedOrigins.NONE)))
          .orElse(AllowedOrigins.NONE);
    }

    private AccessRules access() {
      return new AccessRules(
          isOn(Setting.PUBLIC_SEARCH, "off"),
          isOn(Setting.INSECURE, "off"),
          proxies(),
          requestsPerMinute());
    }

    private Networks proxies() {
      return text(Setting.TRUSTED_PROXY)
          .map(given ->
              Networks.parse(given)
                  .orElseGet(
                      () -> problem(Setting.TRUSTED_PROXY, given, Networks.RULE, Networks.NONE)))
          .orElse(Networks.NONE);
    }

    private int requestsPerMinute() {
      String text = text(Setting.RATE_LIMIT).orElse(REQUESTS_PER_MINUTE).strip();
      return text.matches("[0-9]{1,7}")
          ? Integer.parseInt(text)
          : problem(
              Setting.RATE_LIMIT,
              text,
              "requests a minute, 1 to 9999999, or 0 for as many as they like",
              0);
    }

    private Duration slowQuery() {
      String text = text(Setting.SLOW_QUERY).orElse(SLOW_QUERY_MILLIS).strip();
      return Duration.ofMillis(
          text.matches("[0-9]{1,7}")
              ? Integer.parseInt(text)
              : problem(
                  Setting.SLOW_QUERY, text, "milliseconds, 1 to 9999999, or 0 for no search", 0));
    }

    private void requireLogFormat() {
      String text = text(Setting.LOG_FORMAT).orElse("text").strip();
      if (!text.equals("text") && !text.equals("json")) {
        problem(Setting.LOG_FORMAT, text, "text or json", text);
      }
    }

    private boolean isOn(Setting setting, String standard) {
      String text = text(setting).orElse(standard).strip();
      return switch (text) {
        case "on" -> true;
        case "off" -> false;
        default -> problem(setting, text, "on or off", true);
      };
    }

    private VectorStorage vectors() {
      String text = text(Setting.VECTORS).orElse("float32").strip();
      return switch (text) {
        case "float32" -> VectorStorage.FLOAT32;
        case "int8" -> VectorStorage.INT8;
        default -> problem(Setting.VECTORS, text, "float32 or int8", VectorStorage.FLOAT32);
      };
    }

    private Optional<String> model() {
      Optional<String> model = text(Setting.MODEL);
      if (model.isPresent() && !MODEL_NAME.matcher(model.get()).matches()) {
        problem(
            Setting.MODEL, model.get(), "the name of a folder with a model (kindred models)", "");
      }
      return model;
    }

    private Optional<URI> server() {
      Optional<String> text = text(Setting.SERVER);
      Optional<URI> server = text.flatMap(Settings::webAddress);
      if (text.isPresent() && server.isEmpty()) {
        problem(Setting.SERVER, text.get(), "an http or https address, as http://host:8080", "");
      }
      return server;
    }
  }

  private static Optional<URI> webAddress(String text) {
    try {
      URI uri = new URI(text.strip().replaceAll("/+$", ""));
      boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean isPlain = uri.getQuery() == null && uri.getFragment() == null;
      return isWeb && isPlain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }
}
