package dev.kindred.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.http.RunningServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WidgetApiTest extends SampleApi {
  private static final String CURRENT = "/widget/kindred.js";
  private static final String VERSIONED = "/widget/kindred-1.2.3.js";
  private static final int MAX_PACKED_BYTES = 8_192;

  private static Reply get(String path) {
    return samples.server().get(path);
  }

  private static String page(String path) {
    return page(samples.server().request(path));
  }

  private static String page(HttpRequest.Builder request) {
    Reply reply = samples.server().send(request.GET());
    assertThat(reply.status()).isEqualTo(200);
    return unescaped(reply.response().body());
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x3D;", "=")
        .replace("&amp;", "&");
  }

  @Test
  void theWidgetIsAskedForAgainAtEveryVisit() {
    Reply reply = get(CURRENT);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
    String tag = reply.header("ETag");
    Reply again =
        samples.server().send(samples.server().request(CURRENT).header("If-None-Match", tag).GET());
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
    assertThat(again.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void theWidgetOfThisVersionNeverChanges() {
    Reply reply = get(VERSIONED);
    assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(reply.response().body()).isEqualTo(get(CURRENT).response().body());
  }

  @Test
  void everySiteMayLoadTheWidget() {
    for (String path : new String[] {CURRENT, VERSIONED}) {
      assertThat(get(path).header("Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(get(path).header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    }
  }

  @Test
  void aWidgetOfAnotherVersionIsNotThere() {
    Reply reply = get("/widget/kindred-1.2.2.js");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.detail())
        .isEqualTo(
            "there is no file \"kindred-1.2.2.js\" here; this server has \"kindred-1.2.3.js\"");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void theWidgetIsOneSmallFile() throws IOException {
    String source = get(CURRENT).response().body();
    assertThat(source).doesNotContainPattern("(?m)^\\s*(import\\b|export\\b)|import\\(");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(source.getBytes(UTF_8));
    }
    assertThat(packed.size()).isLessThanOrEqualTo(MAX_PACKED_BYTES);
  }

  @Test
  void thePageOfAPaperShowsTheMarkupThatLoadsJustThisFile() throws Exception {
    String address = "http://127.0.0.1:" + samples.server().server.port();
    byte[] digest =
        MessageDigest.getInstance("SHA-384")
            .digest(get(VERSIONED).response().body().getBytes(UTF_8));
    String integrity = "sha384-" + Base64.getEncoder().encodeToString(digest);
    assertThat(page("/papers/quokka"))
        .contains(
            """
            <script type="module" src="%1$s%2$s" integrity="%3$s" crossorigin="anonymous"></script>
            <similar-papers paper="quokka" limit="5"><a href="%1$s/papers/quokka">Similar papers</a></similar-papers>\
            """
                .formatted(address, VERSIONED, integrity));
  }

  @Test
  void behindAProxyThatEncryptsTheMarkupDoes() {
    assertThat(
            page(
                samples
                    .server()
                    .request("/papers/quokka")
                    .header("Authorization", "Bearer " + RunningServer.TOKEN)
                    .header("X-Forwarded-Proto", "https")))
        .contains("src=\"https://127.0.0.1:");
  }

  @Test
  void theMarkupOfAnIdWithQuotationMarksIsStillMarkup() {
    String put = "{\"title\": \"Marks\"}";
    String path = "/v1/papers?id=%22%3E%3Cscript%3E";
    assertThat(samples.server().put(path, put).status()).isEqualTo(201);
    try {
      Reply reply = get("/papers?id=%22%3E%3Cscript%3E");
      assertThat(unescaped(reply.response().body())).contains("paper=\"&quot;&gt;&lt;script&gt;\"");
    } finally {
      assertThat(samples.server().delete(path).status()).isEqualTo(204);
    }
  }
}
