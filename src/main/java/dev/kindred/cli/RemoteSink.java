package dev.kindred.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.KindredServer;
import dev.kindred.index.PaperIndex.PutOutcome;
import dev.kindred.ingest.PaperSink;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.json.PaperJson.UnknownFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts papers into a server's collection, in requests that the server takes: what is too large is
 * sent in halves. Thread-safe.
 */
final class RemoteSink implements PaperSink {
  private static final int MAX_PAPERS = 500;
  private static final int MAX_CHARS = 8_000_000;
  private static final int NOT_FOUND = 404;

  private final ServerClient server;

  RemoteSink(ServerClient server) {
    this.server = server;
  }

  @Override
  public List<Receipt> put(List<Paper> papers) {
    return papers.isEmpty() ? List.of() : send(papers.stream().map(PaperJson::write).toList());
  }

  private List<Receipt> send(List<ObjectNode> papers) {
    String body = PaperJson.MAPPER.createObjectNode().set("papers", array(papers)).toString();
    boolean isSplit = papers.size() > 1;
    if (isSplit && (papers.size() > MAX_PAPERS || body.length() > MAX_CHARS)) {
      return inHalves(papers);
    }
    int bytes = body.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > KindredServer.MAX_BODY_BYTES) {
      return isSplit ? inHalves(papers) : List.of(tooLarge(bytes));
    }
    ServerClient.Answer answer = server.post("/v1/papers", body);
    return receipts(answer.orThrow().path("results"), papers.size());
  }

  /** Not even sent: a server may hang up on a body that it refuses before it has all of it. */
  private static Receipt tooLarge(int bytes) {
    return new Receipt.Refused(
        "the paper has %d bytes as JSON; a server takes at most %d"
            .formatted(bytes, KindredServer.MAX_BODY_BYTES));
  }

  private static JsonNode array(List<ObjectNode> papers) {
    return PaperJson.MAPPER.createArrayNode().addAll(papers);
  }

  private List<Receipt> inHalves(List<ObjectNode> papers) {
    int half = papers.size() / 2;
    List<Receipt> receipts = new ArrayList<>(send(papers.subList(0, half)));
    receipts.addAll(send(papers.subList(half, papers.size())));
    return receipts;
  }

  private List<Receipt> receipts(JsonNode results, int sent) {
    if (results.size() != sent) {
      throw new Unavailable(
          "%s answered for %d of %d papers; it does not answer as Kindred does"
              .formatted(server.address(), results.size(), sent));
    }
    List<Receipt> receipts = new ArrayList<>();
    results.forEach(result -> receipts.add(receipt(result)));
    return receipts;
  }

  private static Receipt receipt(JsonNode result) {
    return switch (result.path("status").asText()) {
      case "new" -> new Receipt.Kept(PutOutcome.NEW);
      case "changed" -> new Receipt.Kept(PutOutcome.CHANGED);
      case "unchanged" -> new Receipt.Kept(PutOutcome.UNCHANGED);
      default -> new Receipt.Refused(result.path("error").asText("the server refused it"));
    };
  }

  @Override
  public Optional<Paper> find(PaperId id) {
    ServerClient.Answer answer = server.get("/v1/papers", Query.none().with("id", id));
    if (answer.status() == NOT_FOUND) {
      return Optional.empty();
    }
    ObjectNode paper = answer.orThrow().deepCopy();
    paper.remove("embedding");
    return Optional.of(PaperJson.draft(paper, UnknownFields.INTO_METADATA).toPaper());
  }
}
