package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
  public ObjectNode search(SearchQuery query, FilterFields filter, Showing showing) {
    RunningServer.requireModel(server, options);
    ObjectNode body = PaperJson.MAPPER.createObjectNode();
    body.put("q", query.text()).put("mode", query.mode().name().toLowerCase(Locale.ROOT));
    put(body, filter, showing.page());
    return object(server.post("/v1/search", body.toString()));
  }

  private static void put(ObjectNode body, FilterFields filter, Page page) {
    filter.categories().forEach(body.withArray("category")::add);
    filter.authors().forEach(body.withArray("author")::add);
    filter.from().ifPresent(from -> body.put("published_from", from.toString()));
    filter.to().ifPresent(to -> body.put("published_to", to.toString()));
    body.put("limit", page.limit()).put("offset", page.offset());
  }

  @Override
  public ObjectNode similar(PaperId id, FilterFields filter, Diversity diversity, Page page) {
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
                .with("diversity", BigDecimal.valueOf(diversity.share()).toPlainString())
                .with("limit", page.limit())
                .with("offset", page.offset())));
  }

  @Override
  public ObjectNode recommend(Wish wish, FilterFields filter, Page page) {
    RunningServer.requireModel(server, options);
    ObjectNode body = PaperJson.MAPPER.createObjectNode();
    Examples examples = wish.examples();
    examples.positive().forEach(example -> put(body.withArray("positive").addObject(), example));
    examples.negative().forEach(example -> put(body.withArray("negative").addObject(), example));
    examples.known().forEach(id -> body.withArray("exclude").add(id.value()));
    body.put("strategy", wish.strategy().name().toLowerCase(Locale.ROOT));
    body.put("diversity", wish.diversity().share());
    put(body, filter, page);
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
