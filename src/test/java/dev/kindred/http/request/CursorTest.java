package dev.kindred.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "cs/0112017", "doi:10.1000/182", "日本 語", "100%"})
  void whatWasWrittenIsReadBack(String id) {
    Cursor cursor = new Cursor(new PaperId(id));
    assertThat(Cursor.parse(cursor.encoded())).isEqualTo(cursor);
    assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!", "MjpwYXBlcg", "MTo", "MTr_", "MTphCg", "MTph="})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Cursor.parse(text))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("cursor is \"" + text + "\"");
  }
}
