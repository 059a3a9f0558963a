package dev.kindred.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.Rejection.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedLibraryTest {
  @TempDir private Path cache;

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path folder = Files.createFile(cache.resolve("file")).resolve("tokenizers");

    assertThatThrownBy(() -> UnpackedLibrary.requireRoom(folder))
        .isInstanceOf(UnusableModel.class)
        .hasMessageContaining("cannot be unpacked into " + folder)
        .hasMessageContaining("DJL_CACHE_DIR");
  }

  @Test
  void aFolderThatIsMissingIsMade() {
    Path folder = cache.resolve("new/tokenizers");

    UnpackedLibrary.requireRoom(folder);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theFolderIsTheOneThatTheLibraryIsIn() {
    new ModelCatalog(Path.of("models")).load(ModelCatalog.DEFAULT, 1).close();

    assertThat(UnpackedLibrary.folder()).isDirectoryRecursivelyContaining("glob:**tokenizers.*");
  }
}
