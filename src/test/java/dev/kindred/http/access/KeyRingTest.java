package dev.kindred.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.Rejection.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  @TempDir Path folder;

  private KeyFile file() {
    return new KeyFile(folder.resolve("store"));
  }

  private KeyRing ring() {
    return new KeyRing(file(), InstantSource.fixed(NOW));
  }

  @Test
  void aKeyIsKeptWithoutItsSecret() throws IOException {
    KeyRing.Made made =
        ring().make("web site", Role.SEARCH, Set.of("https://lab.example"), Optional.empty());

    assertThat(file().read()).containsExactly(made.key());
    Path kept = folder.resolve("store/keys.json");
    assertThat(Files.readString(kept)).doesNotContain(made.secret());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    assertThat(made.secret()).matches("kindred_[A-Za-z0-9_-]{43}");
  }

  @Test
  void keysThatAreMadeAtOnceAreAllKept() {
    IntStream.range(0, 20)
        .parallel()
        .forEach(i -> ring().make("key " + i, Role.WRITE, Set.of(), Optional.empty()));
    assertThat(file().read()).hasSize(20).extracting(ApiKey::id).doesNotHaveDuplicates();
  }

  @Test
  void aRevokedKeyStaysInTheList() {
    ApiKey key = ring().make("one", Role.ADMIN, Set.of(), Optional.empty()).key();
    ring().revoke(key.id());
    assertThat(file().read()).containsExactly(key.revoked(NOW));
    assertThatThrownBy(() -> ring().revoke(key.id()))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("revoked already");
    assertThatThrownBy(() -> ring().revoke("another"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("no key has the id \"another\"");
  }

  @Test
  void aKeyThatWouldNeverBeOfUseIsNotMade() {
    assertThatThrownBy(() -> ring().make(" ", Role.SEARCH, Set.of(), Optional.empty()))
        .isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> ring().make("old", Role.SEARCH, Set.of(), Optional.of(NOW)))
        .isInstanceOf(InvalidRequest.class);
    assertThat(file().read()).isEmpty();
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    ring().make("one", Role.SEARCH, Set.of(), Optional.empty());
    Files.writeString(folder.resolve("store/keys.json"), "{\"keys\": [{\"id\": 1}]}");
    assertThatThrownBy(() -> file().read())
        .isInstanceOf(UnusableStore.class)
        .hasMessageContaining("keys.json");
  }
}
