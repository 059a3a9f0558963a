package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.http.request.SearchBody;
import dev.kindred.index.Filter;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.Unavailable;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.search.FilterFields;
import dev.kindred.search.Page;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import dev.kindred.search.recommendation.Diversity;
import dev.kindred.search.recommendation.Example;
import dev.kindred.search.recommendation.Examples;
import dev.kindred.search.recommendation.Recommender.Wish;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

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
  public ObjectNode similar(PaperId id, FilterFields filter, Diversity diversity, Page page) {
    RunningServer.requireModel(server, options);
    return object(
        server.get(
            "/v1/similar",
            fields(filter)
                .with("id", id)
                .with("diversity", BigDecimal.valueOf(diversity.share()).toPlainString())
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
  public ObjectNode recommend(Wish wish, Page page) {
    RunningServer.requireModel(server, options);
    ObjectNode body = PaperJson.MAPPER.createObjectNode();
    Examples examples = wish.examples();
    examples.positive().forEach(example -> put(body.withArray("positive").addObject(), example));
    examples.negative().forEach(example -> put(body.withArray("negative").addObject(), example));
    examples.known().forEach(id -> body.withArray("exclude").add(id.value()));
    body.put("strategy", wish.strategy().name().toLowerCase(Locale.ROOT));
    body.put("diversity", wish.diversity().share());
    if (!wish.filter().isEmpty()) {
      body.set("filter", SearchBody.filter(wish.filter()));
    }
    body.put("limit", page.limit()).put("offset", page.offset());
    return object(server.post("/v1/recommendations", body.toString()));
  }

  private static void put(ObjectNode json, Example example) {
    switch (example) {
      case Example.OfPaper(var id) -> json.put("id", id.value());
      case Example.OfText(var text) -> json.put("text", text);
    }
  }

  @Override
  public ObjectNode duplicates(Optional<String> cursor, double minSimilarity) {
    return object(
        server.get(
            "/v1/duplicates",
            Query.none()
                .with("cursor", cursor)
                .with("min_similarity", BigDecimal.valueOf(minSimilarity).toPlainString())));
  }

  @Override
  public ObjectNode duplicatesOf(PaperId id, double minSimilarity) {
    return object(
        server.get(
            "/v1/duplicates",
            Query.none()
                .with("id", id)
                .with("min_similarity", BigDecimal.valueOf(minSimilarity).toPlainString())));
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
