package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.SearchBody;
import dev.kindred.index.Filter;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.search.FilterFields;
import dev.kindred.search.Page;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;

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
  public ObjectNode search(SearchQuery query, Showing showing) {
    RunningServer.requireModel(server, options);
    return object(server.post("/v1/search", SearchBody.of(query, showing).toString()));
  }

  @Override
  public ObjectNode similar(PaperId id, FilterFields filter, Page page) {
    RunningServer.requireModel(server, options);
    return object(
        server.get(
            "/v1/similar",
            fields(filter)
                .with("id", id)
                .with("limit", page.limit())
                .with("offset", page.offset())));
  }

  private static Query fields(FilterFields filter) {
    Query query =
        Query.none()
            .with("category", filter.categories())
            .with("author", filter.authors())
            .with("published_from", filter.from())
            .with("published_to", filter.to());
    filter.years().forEach(years -> query.with("year", years));
    filter.metadata().forEach(field -> query.with("metadata." + field.name(), field.value()));
    for (Filter.MetadataRange range : filter.ranges()) {
      range.from().ifPresent(from -> query.with("metadata_from." + range.name(), from));
      range.to().ifPresent(to -> query.with("metadata_to." + range.name(), to));
    }
    return query;
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
