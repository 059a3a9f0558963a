package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.paper.json.PaperJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The log as the program configures it. */
class LogFormatTest {
  private static String line(String format, Map<String, String> mdc) throws Exception {
    LoggerContext context = new LoggerContext();
    context.putProperty("kindred.log.format", format);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    OutputStreamAppender<ILoggingEvent> appender =
        (OutputStreamAppender<ILoggingEvent>) root.getAppender(format);
    LoggingEvent event =
        new LoggingEvent(
            "",
            context.getLogger("dev.kindred.Some"),
            Level.WARN,
            "two\nlines of {}",
            new IllegalStateException("the cause"),
            new Object[] {"text"});
    event.setMDCPropertyMap(mdc);
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void asJsonALineIsAnObjectWithAllThereIsToTell() throws Exception {
    String line = line("json", Map.of("request", "abc-1"));

    assertThat(line).endsWith("\n");
    assertThat(line.strip()).doesNotContain("\n");
    JsonNode json = PaperJson.parse(line);
    assertThat(json.path("timestamp").asLong()).isPositive();
    assertThat(json.path("level").asText()).isEqualTo("WARN");
    assertThat(json.path("loggerName").asText()).isEqualTo("dev.kindred.Some");
    assertThat(json.path("formattedMessage").asText()).isEqualTo("two\nlines of text");
    assertThat(json.path("mdc").path("request").asText()).isEqualTo("abc-1");
    assertThat(json.path("throwable").path("message").asText()).isEqualTo("the cause");
  }

  @Test
  void asTextALineEndsWithTheRequestIfThereIsOne() throws Exception {
    assertThat(line("text", Map.of("request", "abc-1")))
        .contains("WARN  Some two\nlines of text request=abc-1\n");
    assertThat(line("text", Map.of())).contains("lines of text\n").doesNotContain("request=");
  }
}
