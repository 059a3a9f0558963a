package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.kindred.http.metrics.SearchKind;
import dev.kindred.http.metrics.SearchStages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SlowSearchesTest {
  private static final SearchKind KIND = new SearchKind("search", "hybrid", "new");

  private static List<String> told(SlowSearches slow, long millis) {
    Logger log = (Logger) LoggerFactory.getLogger("kindred.slow");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try {
      slow.note(
          KIND,
          new SearchStages(
              Duration.ofMillis(1), Duration.ofMillis(millis - 3), Duration.ofMillis(2)),
          17);
    } finally {
      log.detachAppender(lines);
    }
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void aSlowSearchIsToldWithWhatItTook() {
    assertThat(told(new SlowSearches(Duration.ofMillis(100)), 100))
        .containsExactly(
            "slow kind=search mode=hybrid list=new results=17 wait=1.0ms search=97.0ms answer=2.0ms"
                + " total=100.0ms");
  }

  @Test
  void aFastOneIsNot() {
    assertThat(told(new SlowSearches(Duration.ofMillis(100)), 99)).isEmpty();
  }

  @Test
  void noneIsToldWhereNoneIsWanted() {
    assertThat(told(SlowSearches.UNTOLD, 60_000)).isEmpty();
  }
}
