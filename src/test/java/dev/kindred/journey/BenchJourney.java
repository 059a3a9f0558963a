package dev.kindred.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The benchmark that needs the packaged program; the others run in tests of their command. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BenchJourney {
  @Test
  void startingIsMeasuredWithTheAotCacheAndWithoutIt() throws IOException {
    Launcher.Ended ended =
        Launcher.run(
            Map.of("KINDRED_MODEL", "all-MiniLM-L6-v2"),
            "bench",
            "start",
            "--rounds",
            "1",
            "--json");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    JsonNode json = PaperJson.parse(ended.out());
    assertThat(json.path("with_cache_ms").doubleValue()).isPositive();
    assertThat(json.path("without_cache_ms").doubleValue()).isPositive();
    assertThat(json.path("cache").path("bytes").longValue()).isPositive();
    assertThat(json.path("command").textValue()).isEqualTo("kindred bench start --rounds 1 --json");
  }
}
