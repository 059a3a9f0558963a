package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingTest {
  private static final Serving SERVING = new Serving("http://127.0.0.1:1", 17, "secret");

  @TempDir private Path data;

  @Test
  void isReadBackAsItWasWritten() {
    SERVING.write(data);
    assertThat(Serving.read(data)).contains(SERVING);
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    SERVING.write(data);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void replacesWhatAKilledProcessLeft() throws IOException {
    Files.writeString(file(), "{\"url\":\"http://127.0.0.1:9\"}");
    Files.writeString(data.resolve("serving.json.17"), "half of i");
    SERVING.write(data);
    assertThat(Serving.read(data)).contains(SERVING);
    assertThat(data.toFile().list()).containsExactly("serving.json");
  }

  @Test
  void isRemovedByItsProcess() {
    SERVING.write(data);
    SERVING.remove(data);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void isNotRemovedByAnother() {
    SERVING.write(data);
    new Serving("http://127.0.0.1:1", 18, "another").remove(data);
    assertThat(Serving.read(data)).contains(SERVING);
  }

  @Test
  void aFolderThatIsNotServedHasNone() {
    assertThat(Serving.read(data)).isEqualTo(Optional.empty());
    assertThat(Serving.read(data.resolve("missing"))).isEqualTo(Optional.empty());
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefusedPlainly() throws IOException {
    Path papers = Files.writeString(data.resolve("papers.jsonl"), "{}");
    assertThatThrownBy(() -> Serving.read(papers))
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining(papers + "\"; it must be a folder");
  }

  @Test
  void whatIsNotJsonIsNotOurs() throws IOException {
    Files.writeString(file(), "once upon a time");
    assertThat(Serving.read(data)).isEqualTo(Optional.empty());
  }

  @Test
  void thatOfAnotherUserIsRefusedPlainly() throws IOException {
    SERVING.write(data);
    Files.setPosixFilePermissions(file(), Set.of());
    assumeFalse(Files.isReadable(file()), "whoever runs this test may read every file");
    assertThatThrownBy(() -> Serving.read(data))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(data + " is served by another user; use --server URL");
  }

  @Test
  void everyTokenIsNewAndHas256Bits() {
    assertThat(Serving.newToken()).hasSize(64).isNotEqualTo(Serving.newToken());
  }

  private Path file() {
    return data.resolve("serving.json");
  }
}
