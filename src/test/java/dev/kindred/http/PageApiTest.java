package dev.kindred.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.http.RunningServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageApiTest extends SampleApi {
  private static Reply get(String path) {
    return samples.server().get(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/assets/search-page.js",
        "/assets/theme.css",
        "/assets/icon.svg",
        "/assets/katex.js",
        "/papers/quokka",
        "/papers?id=quokka",
        "/papers/nobody"
      })
  void everyPageAndFileHasAStrictPolicy(String path) {
    Reply reply = get(path);
    assertThat(reply.header("content-security-policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/papers/", "/assets/nothing.js", "/papers/nobody"})
  void aBrowserGetsAPageWhereThereIsNothing(String path) {
    Reply reply = openedByABrowser(path);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(reply.header("content-security-policy")).startsWith("default-src 'none'");
    assertThat(reply.response().body())
        .contains("<h1>Not Found</h1>")
        .contains("<nav aria-label=\"Pages\">");
  }

  @Test
  void aBrowserGetsAPageWhereTheAddressIsTooLong() {
    String query = "?q=" + "a".repeat((16 << 10) - "/?q=".length());
    assertThat(openedByABrowser("/" + query).status()).isEqualTo(200);
    Reply reply = openedByABrowser("/" + query + "a");
    assertThat(reply.status()).isEqualTo(414);
    assertThat(reply.header("content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(reply.response().body())
        .contains("the address is longer than 16384 bytes")
        .contains("<nav aria-label=\"Pages\">");
    assertThat(openedByABrowser("/v1/search" + query).header("content-type"))
        .isEqualTo("application/problem+json");
    assertThat(get("/" + query + "a").header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void theApiAnswersABrowserAsAnybodyElse() {
    Reply reply = openedByABrowser("/v1/nothing");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
  }

  private static Reply openedByABrowser(String path) {
    String accept = "text/html,application/xhtml+xml,*/*;q=0.8";
    var request = samples.server().request(path).header("Accept", accept);
    return samples.server().send(request.GET());
  }

  @Test
  void aFileThatHasNotChangedIsNotSentAgain() {
    Reply first = get("/assets/search-page.js");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("content-type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(first.header("cache-control")).isEqualTo("no-cache");
    Reply again =
        samples
            .server()
            .send(
                samples
                    .server()
                    .request("/assets/search-page.js")
                    .header("If-None-Match", "\"other\", " + first.header("etag"))
                    .GET());
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
    assertThat(again.header("cache-control")).isEqualTo("no-cache");
  }

  @Test
  void whoHasAFileUnderItsStrongTagOrHasAnyIsNotSentItAgain() {
    String tag = get("/assets/theme.css").header("etag");
    for (String known : new String[] {"*", tag.replace("W/", ""), "W/\"x\" , " + tag}) {
      var request = samples.server().request("/assets/theme.css").header("If-None-Match", known);
      assertThat(samples.server().send(request.GET()).status()).isEqualTo(304);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/nothing.js",
        "/assets/..%2Findex.html",
        "/assets/%2e%2e%2findex.html",
        "/assets/package-info.class",
        "/assets/.js",
        "/assets/katex.min.js",
        "/assets/"
      })
  void nothingElseIsServedAsAFile(String path) {
    Reply reply = get(path);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void aPapersPageHasItsTextInTheMarkup() {
    Reply reply = get("/papers/quokka");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(reply.response().body())
        .contains("<title>A reviewed note on quokkas · Kindred</title>")
        .contains("<meta name=\"description\" content=\"Quokkas eat leaves at dusk.\">")
        .containsPattern("<link rel=\"canonical\" href=\"http://[^/\"]+/papers/quokka\">")
        .containsPattern("<meta property=\"og:url\" content=\"http://[^/\"]+/papers/quokka\">")
        .contains("\"@type\":\"ScholarlyArticle\"")
        .contains("peer reviewed")
        .contains("@misc{tarrow2011reviewed,");
  }

  @Test
  void aPaperThatDoesNotExistHasAPageThatSaysSo() {
    Reply reply = get("/papers/%3Cb%3E");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(reply.response().body())
        .contains("no paper has the id")
        .contains("&lt;b&gt;")
        .doesNotContain("<b>");
    assertThat(get("/papers").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/papers/quokka?utm_source=mail",
        "/papers?id=quokka&utm_source=",
        "/papers/quokka/ris?x=1"
      })
  void whatOthersAddToTheAddressOfAPageIsIgnored(String path) {
    assertThat(get(path).status()).isEqualTo(200);
  }

  @Test
  void aBrokenAddressHasAPageThatSaysSo() {
    assertThat(get("/papers?id=%FF").status()).isIn(400, 404);
    assertThat(get("/papers?id=").status()).isEqualTo(400);
  }

  @Test
  void citationsAreFilesOfTheirFormat() {
    Reply bibtex = get("/papers/quokka/bibtex");
    assertThat(bibtex.header("content-type")).isEqualTo("application/x-bibtex; charset=utf-8");
    assertThat(bibtex.header("content-disposition"))
        .isEqualTo("attachment; filename=\"quokka.bib\"");
    assertThat(get("/papers/quokka/ris").response().body()).startsWith("TY  - GEN\r\n");
  }

  @Test
  void aPageCannotBePosted() {
    Reply reply = samples.server().post("/papers/quokka", "{}");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo("GET, HEAD, OPTIONS");
  }
}
