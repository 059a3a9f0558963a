package dev.kindred.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.PaperIndex.PutOutcome;
import dev.kindred.paper.Paper;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.json.PaperJson.UnknownFields;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Papers that come together. A bad one is set aside with its reason; the rest go their way. */
public final class PaperBatch {
  private static final int MAX_PAPERS = 1_000;

  private sealed interface Item {
    record Good(Paper paper) implements Item {}

    record Bad(@Nullable String id, String reason) implements Item {}
  }

  private final List<Item> items;

  private PaperBatch(List<Item> items) {
    this.items = items;
  }

  /** Reads {@code {"papers": […]}}, or the array alone. */
  public static PaperBatch parse(JsonNode body) {
    JsonNode array = body.isObject() ? only(body, "papers") : body;
    if (!array.isArray()) {
      throw new InvalidRequest("papers must be an array of papers, not " + PaperJson.typeOf(array));
    }
    if (array.isEmpty() || array.size() > MAX_PAPERS) {
      throw new InvalidRequest(
          "papers holds %d papers; it must be 1 to %d".formatted(array.size(), MAX_PAPERS));
    }
    List<Item> items = new ArrayList<>();
    array.forEach(json -> items.add(item(json)));
    return new PaperBatch(items);
  }

  private static JsonNode only(JsonNode body, String field) {
    for (var entry : body.properties()) {
      if (!entry.getKey().equals(field)) {
        throw new InvalidRequest(
            "%s is not known here; the body must be {\"%s\": […]}"
                .formatted(Quoted.of(entry.getKey()), field));
      }
    }
    return body.path(field);
  }

  private static Item item(JsonNode json) {
    try {
      return new Item.Good(PaperJson.draft(json, UnknownFields.REFUSED).toPaper());
    } catch (InvalidRequest bad) {
      return new Item.Bad(json.path("id").textValue(), bad.reason());
    }
  }

  /** The good ones, in order. */
  public List<Paper> papers() {
    return items.stream()
        .filter(Item.Good.class::isInstance)
        .map(item -> ((Item.Good) item).paper())
        .toList();
  }

  /** Whether none is bad. */
  public boolean isWhole() {
    return papers().size() == items.size();
  }

  /** Tells the id, where there is one, and the reason of each bad one. */
  public void eachRejected(BiConsumer<Optional<String>, String> told) {
    for (Item item : items) {
      if (item instanceof Item.Bad(String id, String reason)) {
        told.accept(Optional.ofNullable(id), reason);
      }
    }
  }

  /**
   * What became of each item.
   *
   * @param outcomes of {@link #papers}, in order
   */
  public ObjectNode answer(List<PutOutcome> outcomes) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    ArrayNode results = json.putArray("results");
    Iterator<PutOutcome> next = outcomes.iterator();
    for (Item item : items) {
      ObjectNode result = results.addObject().put("index", results.size() - 1);
      switch (item) {
        case Item.Good(Paper paper) ->
            result.put("id", paper.id().value()).put("status", name(next.next()));
        case Item.Bad(String id, String reason) ->
            result.put("id", id).put("status", "rejected").put("error", reason);
      }
    }
    for (PutOutcome outcome : PutOutcome.values()) {
      json.put(name(outcome), outcomes.stream().filter(outcome::equals).count());
    }
    return json.put("rejected", items.size() - outcomes.size());
  }

  private static String name(PutOutcome outcome) {
    return switch (outcome) {
      case NEW -> "new";
      case CHANGED -> "changed";
      case UNCHANGED -> "unchanged";
    };
  }
}
