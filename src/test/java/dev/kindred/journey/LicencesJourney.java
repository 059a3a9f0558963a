package dev.kindred.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be in the distribution, as the build checks it. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LicencesJourney {
  private static final Path CHECKOUT = Launcher.FILE.resolveSibling("");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'id': 'GPL-3.0-only'}; of which the chosen one is refused",
        "{'name': 'Some licence'}; of which the chosen one is refused",
        "{'id': 'EPL-2.0'}}, {'license': {'id': 'GPL-2.0-only'}; of which none was chosen",
      })
  void aPartWithALicenceThatIsNotAcceptedFailsTheBuild(String licences, String why)
      throws IOException, InterruptedException {
    Process check = check("[{'license': %s}]".formatted(licences));
    assertThat(check.waitFor()).isEqualTo(1);
    assertThat(check.errorReader().readAllLines())
        .anyMatch(line -> line.startsWith("org.example:lib:1 offers ") && line.endsWith(why));
    assertThat(folder.resolve("legal")).doesNotExist();
  }

  @Test
  void aPartWithoutALicenceFailsTheBuild() throws IOException, InterruptedException {
    Process check = check("[]");
    assertThat(check.waitFor()).isEqualTo(1);
    assertThat(check.errorReader().readAllLines())
        .contains("org.example:lib:1 offers no licence, of which none was chosen");
  }

  @Test
  void theDistributionNamesEachOfItsLibraries() throws IOException {
    String notices = Files.readString(CHECKOUT.resolve("target/legal/NOTICES.txt"));
    String bill = Files.readString(CHECKOUT.resolve("target/legal/kindred.cdx.json"));
    try (var libraries = Files.newDirectoryStream(CHECKOUT.resolve("target/lib"), "*.jar")) {
      for (Path library : libraries) {
        String name = library.getFileName().toString().replaceFirst("-([0-9].*)\\.jar$", ":$1");
        assertThat(notices).contains(":" + name + "\n");
        assertThat(bill).contains("/" + name.replace(':', '@') + "?type=jar");
      }
    }
  }

  /** Of a bill with one part. */
  private Process check(String licenses) throws IOException {
    String bill =
        "{'components': [{'group': 'org.example', 'name': 'lib', 'version': '1', 'licenses': %s}]}"
            .formatted(licenses);
    Path file = folder.resolve("bill.json");
    Files.writeString(file, bill.replace('\'', '"'));
    List<String> arguments =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            CHECKOUT.resolve("target/lib") + "/*",
            CHECKOUT.resolve("src/build/Licences.java").toString(),
            file.toString(),
            CHECKOUT.resolve("src/build/licences.txt").toString(),
            CHECKOUT.resolve("target/lib").toString(),
            CHECKOUT.resolve("models").toString(),
            folder.resolve("legal").toString());
    return new ProcessBuilder(arguments).start();
  }
}
