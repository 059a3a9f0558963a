package dev.kindred.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalRequestTest {
  private static Optional<String> objection(
      String peer, String host, String header, Optional<String> origin) {
    return new LocalRequest(
            InetAddress.ofLiteral(peer), host, List.of("Host", header), origin, false)
        .objection();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost:8080",
    "127.0.0.1, LOCALHOST",
    "127.0.0.1, 127.0.0.1:1",
    "127.3.2.1, 127.3.2.1:65535",
    "::1, [::1]:8080",
    "::1, [::1]",
    "::ffff:127.0.0.1, localhost"
  })
  void whoSitsAtThisMachineIsLetIn(String peer, String host) {
    assertThat(objection(peer, host, "Accept", Optional.empty())).isEmpty();
    assertThat(objection(peer, host, "Accept", Optional.of("http://" + host))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.0.2.7", "10.0.0.1", "172.17.0.1", "0.0.0.0", "2001:db8::1", "fe80::1"})
  void whoComesFromElsewhereIsNot(String peer) {
    assertThat(objection(peer, "localhost", "Accept", Optional.empty()).orElseThrow())
        .startsWith("the request comes from ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "papers.example.org",
        "localhost.example.org",
        "localhost.",
        "localhost:",
        "localhost:80:80",
        "127.0.0.1.example.org",
        "127.1",
        "a127.0.0.1",
        "user@localhost",
        "localhost/",
        "::1",
        "[::1].example.org",
        "[::2]",
        "192.168.1.2:8080"
      })
  void aNameThatIsNotThisMachinesIsNotAnswered(String host) {
    assertThat(objection("127.0.0.1", host, "Accept", Optional.empty()).orElseThrow())
        .startsWith("Host is \"" + host + "\"; it must be localhost, 127.0.0.1 or [::1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Forwarded", "X-Forwarded-For", "x-forwarded-anything", "X-REAL-IP", "Via"})
  void whatAProxySentOnIsNotAnswered(String header) {
    assertThat(objection("127.0.0.1", "localhost", header, Optional.empty()))
        .contains("a proxy sent it on, for there is a header \"" + header + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "http://evil.example",
        "https://localhost:8080",
        "http://localhost:3000",
        ""
      })
  void aPageOfAnotherOriginIsNotAnswered(String origin) {
    assertThat(
            objection("127.0.0.1", "localhost:8080", "Accept", Optional.of(origin)).orElseThrow())
        .isEqualTo(
            "Origin is \"%s\"; it must be http://localhost:8080, or left out".formatted(origin));
  }

  @Test
  void whatAHostSaysIsQuotedOnOneLine() {
    assertThat(objection("127.0.0.1", "a\nb", "Accept", Optional.empty()).orElseThrow())
        .contains("\"a\uFFFDb\"");
  }

  @Test
  void whatAPageOfAnotherSiteLoadsIsNotLocal() {
    LocalRequest request =
        new LocalRequest(
            InetAddress.ofLiteral("127.0.0.1"), "localhost", List.of(), Optional.empty(), true);
    assertThat(request.objection().orElseThrow()).contains("another site");
  }
}
