package dev.kindred.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.json.PaperJson;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerPrinterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hybrid|The query is longer than the model reads; its end was searched for by its words only.",
        "semantic|The query is longer than the model reads; its end was not searched for.",
        "|An example is longer than the model reads; its end was not compared by meaning."
      })
  void whatWasCutIsToldWithWhatBecameOfItsEnd(String mode, String told) {
    ObjectNode answer =
        (ObjectNode) PaperJson.parse("{\"results\": [], \"query_truncated\": true}");
    if (mode != null) {
      answer.put("mode", mode);
    }

    assertThat(errorsOf(answer)).isEqualTo(told + "\n");
  }

  private static String errorsOf(ObjectNode answer) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    AnswerPrinter.print(
        answer,
        false,
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Terminal.NONE));
    return err.toString(UTF_8);
  }
}
