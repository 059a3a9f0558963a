package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.FilterFields;
import dev.kindred.search.Page;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import java.util.Locale;

/** A server's collection. */
final class ServedPapers implements PaperSource {
  private final ServerClient server;
  private final Options options;

  ServedPapers(ServerClient server, Options options) {
    this.server = server;
    this.options = options;
  }

  /** Sends it as a body: a query may be longer than an address. */
  @Override
  public ObjectNode search(SearchQuery query, FilterFields filter, Showing showing) {
    RunningServer.requireModel(server, options);
    ObjectNode body = PaperJson.MAPPER.createObjectNode();
    body.put("q", query.text()).put("mode", query.mode().name().toLowerCase(Locale.ROOT));
    filter.categories().forEach(body.withArray("category")::add);
    filter.authors().forEach(body.withArray("author")::add);
    filter.from().ifPresent(from -> body.put("published_from", from.toString()));
    filter.to().ifPresent(to -> body.put("published_to", to.toString()));
    body.put("limit", showing.page().limit()).put("offset", showing.page().offset());
    return object(server.post("/v1/search", body.toString()));
  }

  @Override
  public ObjectNode similar(PaperId id, FilterFields filter, Page page) {
    RunningServer.requireModel(server, options);
    return object(
        server.get(
            "/v1/similar",
            Query.none()
                .with("id", id)
                .with("category", filter.categories())
                .with("author", filter.authors())
                .with("published_from", filter.from())
                .with("published_to", filter.to())
                .with("limit", page.limit())
                .with("offset", page.offset())));
  }

  @Override
  public ObjectNode status() {
    return object(server.get("/v1/status", Query.none()))
        .put("server", server.address().toString());
  }

  private ObjectNode object(ServerClient.Answer answer) {
    if (answer.orThrow() instanceof ObjectNode object) {
      return object;
    }
    throw new Unavailable("%s does not answer as Kindred does".formatted(server.address()));
  }

  @Override
  public void close() {
    server.close();
  }
}
