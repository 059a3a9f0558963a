package dev.kindred.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
  @Test
  void originsAreComparedAsBrowsersWriteThem() {
    AllowedOrigins origins =
        AllowedOrigins.parse("HTTPS://Lab.Example:443 ,http://[::1]:80, http://a.example:3000")
            .orElseThrow();
    assertThat(origins.listed())
        .containsExactlyInAnyOrder("https://lab.example", "http://[::1]", "http://a.example:3000");
    assertThat(origins.allow("https://lab.example")).isTrue();
    assertThat(origins.allow("http://a.example")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lab.example",
        "https://lab.example/",
        "https://lab.example/page",
        "https://user@lab.example",
        "https://*.lab.example",
        "https://lab.example:0",
        "https://lab.example:65536",
        "ftp://lab.example",
        "null",
        "https://a.example,",
        "*,https://a.example",
        "https://müller.example"
      })
  void whatIsNoOriginIsRefused(String text) {
    assertThat(AllowedOrigins.parse(text)).isEmpty();
  }

  @Test
  void noOriginIsAllowedByItself() {
    assertThat(AllowedOrigins.NONE.allow("https://lab.example")).isFalse();
  }
}
