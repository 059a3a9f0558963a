package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.ingest.EmbeddingProgress;
import dev.kindred.paper.Rejection.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningServerTest {
  private final ServedFolder served;

  RunningServerTest(@TempDir Path data) {
    served = ServedFolder.start(data);
  }

  @BeforeAll
  void isFoundInItsFolder() {
    assertThat(found(served.data())).contains(served.service().url());
  }

  @AfterAll
  void isNotFoundWhenItHasEnded() {
    served.close();
    assertThat(found(served.data())).isEmpty();
    assertThat(served.data().resolve("serving.json")).doesNotExist();
  }

  @Test
  void isHealthy() {
    assertThat(CommandRun.of("health", "--data", served.data().toString()))
        .isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void isNamedByTheStatusOfItsFolder() {
    CommandRun status = CommandRun.of("status", "--json", "--data", served.data().toString());
    assertThat(status.json().path("server").textValue()).isEqualTo(served.service().url());
    assertThat(status.json().path("store").path("bytes").longValue()).isPositive();
  }

  @Test
  void aFileLeftByAKilledProcessIsRecognised(@TempDir Path folder) throws IOException {
    int freePort = portThatWasFree();
    new Serving("http://127.0.0.1:" + freePort, 1, "old").write(folder);
    assertThat(found(folder)).isEmpty();
  }

  @Test
  void anotherServerThatGotThePortSinceIsRecognised(@TempDir Path folder) {
    new Serving(served.service().url(), 1, "of a killed server").write(folder);
    assertThat(found(folder)).isEmpty();
  }

  @Test
  void aFolderWithoutAServerIsNotHealthy(@TempDir Path folder) throws IOException {
    String port = "" + portThatWasFree();
    CommandRun health = CommandRun.of("health", "--data", folder.toString(), "--port", port);
    assertThat(health.exitCode()).isEqualTo(1);
    assertThat(health.err()).contains("http://127.0.0.1:" + port, "does not answer");
  }

  @Test
  void aServerThatIsNamedAndDoesNotAnswerIsAnError(@TempDir Path folder) throws IOException {
    String url = "http://127.0.0.1:" + portThatWasFree();
    CommandRun status = CommandRun.of("status", "--server", url, "--data", folder.toString());
    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(status.err()).contains(url);
  }

  @Test
  void reembeddingIsRefusedWhileAServerHoldsTheStore() {
    CommandRun reembed = CommandRun.of("reembed", "--data", served.data().toString());
    assertThat(reembed.exitCode()).isEqualTo(1);
    assertThat(reembed.err()).contains(served.service().url(), "holds the store");
  }

  @Test
  void failedPapersAreTriedAgainThroughTheServer() {
    CommandRun reembed = CommandRun.of("reembed", "--failed", "--data", served.data().toString());
    assertThat(reembed.exitCode()).as(reembed.err()).isZero();
    assertThat(reembed.out()).isEqualTo("0 papers are tried again\n");
  }

  @Test
  void failedPapersOfAServerThatIsOnlyNamedAreAUsageError() {
    String url = served.service().url();
    String data = served.data().toString();
    CommandRun option = CommandRun.of("reembed", "--failed", "--server", url, "--data", data);
    assertThat(option.exitCode()).isEqualTo(2);
    assertThat(option.err()).contains("'--server'");
    Map<String, String> environment = Map.of("KINDRED_SERVER", url);
    CommandRun variable = CommandRun.with(environment, "reembed", "--failed", "--data", data);
    assertThat(variable.exitCode()).isEqualTo(2);
    assertThat(variable.err()).contains("KINDRED_SERVER is", url, "where the store is");
  }

  @Test
  void anotherModelThanTheServersIsRefused() {
    String data = served.data().toString();
    for (String command : List.of("search", "similar", "import")) {
      CommandRun run = CommandRun.of(command, "--data", data, "--model", "e5-small-v2", "-");
      assertThat(run.exitCode()).as(command).isEqualTo(2);
      assertThat(run.err())
          .contains("model is \"e5-small-v2\"; it must be \"" + CommandRun.MODEL + "\"");
    }
  }

  @Test
  void aQueryAsLongAsIsAllowedIsAnswered() {
    String[] filters = {"--author", "Nobody", "--category", "none", "--published-from", "1900"};
    List<String> search = new ArrayList<>(List.of(filters));
    search.addAll(0, List.of("search", "--json", "--data", served.data().toString()));
    search.addAll(List.of("--published-to", "2000-05", "-n", "3", "ü".repeat(20_000)));
    CommandRun run = CommandRun.of(search.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().path("total").intValue()).isZero();
    assertThat(run.json().path("limit").intValue()).isEqualTo(3);
  }

  @Test
  void aServerWhoseFirstSearchFailsDoesNotWaitForEver(@TempDir Path folder) {
    Options options = CommandRun.options(folder.resolve("store"));
    OpenCollection collection = OpenCollection.open(options);
    collection.close();
    Supplier<EmbeddingProgress> nothing = () -> new EmbeddingProgress(0, 0, Optional.empty());
    try (Shutdown shutdown = Shutdown.expect();
        Service service = Service.start(collection, nothing, options, "test")) {
      assertThatThrownBy(() -> service.awaitReady(shutdown))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("first search failed");
    }
  }

  @Test
  void aPortInUseIsNamedBeforeAStoreIsMade(@TempDir Path folder) {
    String port = "" + URI.create(served.service().url()).getPort();
    String data = folder.resolve("store").toString();
    CommandRun serve = CommandRun.of("serve", "--data", data, "--port", port);
    assertThat(serve.exitCode()).isEqualTo(2);
    assertThat(serve.err()).contains("cannot listen on port " + port, "--port 0");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSecondServerOnTheFolderIsRefused() {
    assertThatThrownBy(() -> ServedFolder.start(served.data()))
        .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
  }

  private static Optional<String> found(Path data) {
    Optional<ServerClient> found = RunningServer.find(CommandRun.options(data));
    found.ifPresent(ServerClient::close);
    return found.map(client -> client.address().toString());
  }

  private static int portThatWasFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
