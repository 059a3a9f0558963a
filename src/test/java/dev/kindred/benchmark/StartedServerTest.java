package dev.kindred.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.Unavailable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartedServerTest {
  @TempDir private Path folder;

  @Test
  void aServerThatDoesNotBecomeReadyIsToldWithWhatItSaid() {
    assertThatThrownBy(() -> start("echo out of luck"))
        .isInstanceOf(Unavailable.class)
        .hasMessageEndingWith("it said: out of luck");
  }

  @Test
  void whoIsInterruptedFindsTheServerEnded() {
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> start("trap '' TERM; sleep 60"))
        .isInstanceOf(Unavailable.class)
        .hasMessage("interrupted while a server was starting");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ProcessHandle.current().children()).isSubsetOf(before);
  }

  private void start(String script) {
    StartedServer.start(List.of("bash", "-c", script), folder.resolve("log"), new Course());
  }
}
