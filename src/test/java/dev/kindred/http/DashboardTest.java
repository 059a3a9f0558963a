package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be loaded into Grafana and Prometheus names what a server tells. */
class DashboardTest {
  private static final Path DEPLOY = Path.of("src/deploy");

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.startWithoutEmbedding(folder);
    assertThat(server.put("/v1/papers/a", "{\"title\": \"Roots\"}").status()).isEqualTo(201);
    assertThat(server.get("/v1/search?q=roots&mode=lexical").status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The names of series, without labels and values. */
  private static Set<String> told() {
    return server
        .get("/metrics")
        .response()
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> named(String text) {
    return Pattern.compile("\\b(kindred|jvm|process|system)_[a-z0-9_]+")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theDashboardNamesOnlyWhatIsTold() throws IOException {
    String dashboard = Files.readString(DEPLOY.resolve("grafana-dashboard.json"));
    assertThat(PaperJson.parse(dashboard).path("panels")).isNotEmpty();
    assertThat(told()).containsAll(named(dashboard));
    assertThat(named(dashboard)).hasSizeGreaterThan(20);
  }

  @Test
  void theAlertsNameOnlyWhatIsTold() throws IOException {
    String rules = Files.readString(DEPLOY.resolve("prometheus-rules.yaml"));
    assertThat(told()).containsAll(named(rules));
    assertThat(named(rules)).hasSizeGreaterThan(8);
  }
}
