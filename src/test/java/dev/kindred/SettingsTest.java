package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.cli.Options;
import dev.kindred.cli.Setting;
import dev.kindred.http.access.AccessRules;
import dev.kindred.http.access.AllowedOrigins;
import dev.kindred.http.access.Networks;
import dev.kindred.index.lucene.VectorStorage;
import dev.kindred.paper.Rejection.InvalidSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Path HOME = Path.of("/opt/kindred");

  @Test
  void whatIsNotSetHasItsDefault() {
    assertThat(settings(Map.of()).resolve(Map.of()))
        .isEqualTo(
            new Options(
                Path.of("vectors"),
                "127.0.0.1",
                8080,
                AllowedOrigins.NONE,
                new AccessRules(false, false, Networks.NONE, 1_200),
                Duration.ofSeconds(1),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                HOME.resolve("models"),
                Optional.empty(),
                Path.of(System.getProperty("java.io.tmpdir"), ".cache/kindred/embeddings"),
                true,
                VectorStorage.FLOAT32));
  }

  @Test
  void variablesSetEverything() {
    Settings settings =
        settings(
            Map.ofEntries(
                Map.entry("KINDRED_DATA", "/srv/papers"),
                Map.entry("KINDRED_HOST", "0.0.0.0"),
                Map.entry("KINDRED_PORT", "0"),
                Map.entry("KINDRED_CORS", "https://Lab.example:443, http://localhost:3000"),
                Map.entry("KINDRED_MODEL", "own_model.v2"),
                Map.entry("KINDRED_MODELS", "/srv/models"),
                Map.entry("KINDRED_SERVER", "https://papers.example/kindred/"),
                Map.entry("KINDRED_CACHE", "/srv/cache"),
                Map.entry("KINDRED_SENTENCE_VECTORS", "off"),
                Map.entry("KINDRED_VECTORS", "int8"),
                Map.entry("KINDRED_PUBLIC_SEARCH", "on"),
                Map.entry("KINDRED_INSECURE", "on"),
                Map.entry("KINDRED_ADMIN_KEY_FILE", "/run/secrets/key"),
                Map.entry("KINDRED_FIRST_KEY", "on"),
                Map.entry("KINDRED_TRUSTED_PROXY", "10.0.0.0/8"),
                Map.entry("KINDRED_RATE_LIMIT", "60"),
                Map.entry("KINDRED_SLOW_QUERY", "250"),
                Map.entry("KINDRED_LOG_FORMAT", "json"),
                Map.entry("KINDRED_KEY", "a key")));
    assertThat(settings.resolve(Map.of()))
        .isEqualTo(
            new Options(
                Path.of("/srv/papers"),
                "0.0.0.0",
                0,
                new AllowedOrigins(false, Set.of("https://lab.example", "http://localhost:3000")),
                new AccessRules(true, true, Networks.parse("10.0.0.0/8").orElseThrow(), 60),
                Duration.ofMillis(250),
                Optional.of(Path.of("/run/secrets/key")),
                true,
                Optional.of("a key"),
                Optional.of("own_model.v2"),
                Path.of("/srv/models"),
                Optional.of(URI.create("https://papers.example/kindred")),
                Path.of("/srv/cache"),
                false,
                VectorStorage.INT8));
  }

  @Test
  void anOriginWithAPathIsRefused() {
    Settings settings = settings(Map.of());
    assertThatThrownBy(() -> settings.resolve(Map.of(Setting.CORS, "https://lab.example/")))
        .isInstanceOf(InvalidSettings.class)
        .hasMessage(
            "--cors is \"https://lab.example/\"; it must be origins with commas between them, as"
                + " https://example.org or http://localhost:3000, or * for all");
  }

  @Test
  void embeddingsAreKeptWhereTheUserKeepsCaches() {
    Map<String, String> environment = Map.of("HOME", "/home/ada", "XDG_CACHE_HOME", "/tmp/ada");
    assertThat(settings(environment).resolve(Map.of()).cache())
        .isEqualTo(Path.of("/tmp/ada/kindred/embeddings"));
    assertThat(
            settings(Map.of("HOME", "/home/ada", "XDG_CACHE_HOME", "")).resolve(Map.of()).cache())
        .isEqualTo(Path.of("/home/ada/.cache/kindred/embeddings"));
  }

  @Test
  void anOptionBeatsItsVariable() {
    Settings settings = settings(Map.of("KINDRED_PORT", "1", "KINDRED_DATA", "a"));
    Options options = settings.resolve(Map.of(Setting.PORT, "2"));
    assertThat(options.port()).isEqualTo(2);
    assertThat(options.data()).isEqualTo(Path.of("a"));
  }

  @Test
  void aBadVariableDoesNotMatterWhereAnOptionIsGiven() {
    Settings settings = settings(Map.of("KINDRED_PORT", "many"));
    assertThat(settings.resolve(Map.of(Setting.PORT, "2")).port()).isEqualTo(2);
  }

  @Test
  void anEmptyVariableIsNotSet() {
    assertThat(settings(Map.of("KINDRED_PORT", "")).resolve(Map.of()).port()).isEqualTo(8080);
  }

  @Test
  void everythingWrongIsToldAtOnceWithItsSourceValueAndRule() {
    Settings settings =
        settings(
            Map.of("KINDRED_PORT", "65536", "KINDRED_MODEL", "../secret", "KINDRED_HOST", "a b"));
    assertThatThrownBy(() -> settings.resolve(Map.of(Setting.SERVER, "localhost:8080")))
        .isInstanceOf(InvalidSettings.class)
        .hasMessage(
            """
            KINDRED_HOST is "a b"; it must be a host name or an IP address to listen at
            KINDRED_PORT is "65536"; it must be a number from 0 (any free port) to 65535
            KINDRED_MODEL is "../secret"; it must be the name of a folder with a model (kindred models)
            --server is "localhost:8080"; it must be an http or https address, as http://host:8080\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "99999", "8080x", "0x10", "1e3", "٣", " "})
  void whatIsNoPortIsRefused(String port) {
    assertThatThrownBy(() -> settings(Map.of()).resolve(Map.of(Setting.PORT, port)))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageStartingWith("--port is ");
  }

  @ParameterizedTest
  @CsvSource({"ftp://host", "http://", "http://host?q=1", "host", "'http://a b'"})
  void whatIsNoServerIsRefused(String server) {
    assertThatThrownBy(() -> settings(Map.of()).resolve(Map.of(Setting.SERVER, server)))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageStartingWith("--server is ");
  }

  @Test
  void aMisspeltVariableIsNoticed() {
    Settings settings =
        settings(
            Map.of("KINDRED_PROT", "1", "KINDRED_PORT", "1", "KINDRED_JAVA_OPTS", "", "PATH", "/"));
    assertThat(settings.unknownVariables()).containsExactly("KINDRED_PROT");
  }

  @Test
  void coloursAreUnwantedIfNoColorIsNotEmpty() {
    assertThat(settings(Map.of("NO_COLOR", "1")).isColourUnwanted()).isTrue();
    assertThat(settings(Map.of("NO_COLOR", "")).isColourUnwanted()).isFalse();
  }

  private static Settings settings(Map<String, String> environment) {
    return new Settings(environment, HOME);
  }

  @ParameterizedTest
  @CsvSource({"json, json", "text, text", "xml, text"})
  void theLogHasTheFormatThatIsNamed(String named, String format) {
    assertThat(settings(Map.of("KINDRED_LOG_FORMAT", named)).logFormat()).isEqualTo(format);
    assertThat(settings(Map.of()).logFormat()).isEqualTo("text");
  }

  @Test
  void whatIsSlowAndHowTheLogIsWrittenIsChecked() {
    Settings settings = settings(Map.of("KINDRED_SLOW_QUERY", "soon", "KINDRED_LOG_FORMAT", "xml"));
    assertThatThrownBy(() -> settings.resolve(Map.of()))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("KINDRED_SLOW_QUERY is \"soon\"; it must be milliseconds")
        .hasMessageContaining("KINDRED_LOG_FORMAT is \"xml\"; it must be text or json");
  }
}
