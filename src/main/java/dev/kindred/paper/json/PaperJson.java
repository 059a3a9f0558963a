package dev.kindred.paper.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.Author;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperDraft;
import dev.kindred.paper.PublicationDate;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a paper as a JSON object: {@code id, title, abstract, authors[{name}],
 * published, categories[], url, metadata{}}. Thread-safe.
 */
public final class PaperJson {
  /** What becomes of a field that a paper does not have. */
  public enum UnknownFields {
    REFUSED,
    INTO_METADATA
  }

  /**
   * Strict about duplicate keys; keeps the order of fields and every digit of a number. Safe to
   * share.
   */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final int MAX_DEPTH = 100;

  private PaperJson() {}

  public static ObjectNode write(Paper paper) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", paper.id().value());
    json.put("title", paper.title());
    json.put("abstract", paper.abstractText());
    ArrayNode authors = json.putArray("authors");
    for (Author author : paper.authors()) {
      authors.addObject().put("name", author.name());
    }
    json.put("published", paper.published().map(PublicationDate::toString).orElse(null));
    ArrayNode categories = json.putArray("categories");
    paper.categories().forEach(categories::add);
    json.put("url", paper.url().orElse(null));
    json.set("metadata", MAPPER.valueToTree(paper.metadata()));
    return json;
  }

  /**
   * Reads a paper from one line or body of JSON.
   *
   * @throws InvalidRequest if it is not JSON, or not a paper
   */
  public static Paper read(String text, UnknownFields unknown) {
    return draft(parse(text), unknown).toPaper();
  }

  /**
   * Parses one JSON value and nothing behind it.
   *
   * @throws InvalidRequest saying where the text stops being JSON
   */
  public static JsonNode parse(String text) {
    try (var parser = MAPPER.createParser(text)) {
      JsonNode json = MAPPER.readTree(parser);
      if (json == null) {
        throw new InvalidRequest("there is no JSON, only blanks");
      }
      if (parser.nextToken() != null) {
        throw new InvalidRequest("there is more text behind the JSON value");
      }
      return json;
    } catch (JsonProcessingException malformed) {
      boolean isOneLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
      throw new InvalidRequest(complaint(malformed, isOneLine));
    } catch (NumberFormatException exponent) {
      throw new InvalidRequest("not valid JSON: a number has an exponent too large to be read");
    } catch (IOException neverFromAString) {
      throw new UncheckedIOException(neverFromAString);
    }
  }

  /**
   * That a text is not JSON, where, and why.
   *
   * @param isOneLine then only the column is told: the line may be one of a file, with its own
   *     number there
   */
  public static String complaint(JsonProcessingException malformed, boolean isOneLine) {
    return JsonComplaint.of(malformed, isOneLine);
  }

  /**
   * A draft with the fields of a JSON object, so that the caller may add to it (an id from the
   * address, say) before it is checked.
   *
   * @throws InvalidRequest if it is not an object, a field has the wrong type, or an unknown field
   *     is refused
   */
  public static PaperDraft draft(JsonNode json, UnknownFields unknown) {
    if (!json.isObject()) {
      throw new InvalidRequest("a paper must be a JSON object, not " + typeOf(json));
    }
    PaperDraft draft = new PaperDraft();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "id" -> draft.id(string("id", value));
        case "title" -> draft.title(string("title", value));
        case "abstract" -> draft.abstractText(string("abstract", value));
        case "authors" -> authors(value, draft, unknown);
        case "published" -> draft.published(string("published", value));
        case "categories" -> strings("categories", value).forEach(draft::category);
        case "url" -> draft.url(string("url", value));
        case "metadata" -> metadata(value, draft);
        default -> unknownField(field.getKey(), value, draft, unknown);
      }
    }
    return draft;
  }

  private static void authors(JsonNode value, PaperDraft draft, UnknownFields unknown) {
    if (value.isNull()) {
      return;
    }
    requireType("authors", value.isArray(), "an array of names or of objects with a name", value);
    boolean more = false;
    for (JsonNode author : value) {
      JsonNode name = author.isObject() ? author.path("name") : author;
      requireType("authors", name.isTextual(), "names or objects with a name", author);
      draft.author(name.textValue());
      boolean hasMore = author.isObject() && author.size() > 1;
      if (hasMore && unknown == UnknownFields.REFUSED) {
        throw new InvalidRequest(
            "authors holds an object with more than a name; only name is known");
      }
      more |= hasMore;
    }
    if (more) {
      metadata("authors", value, draft);
    }
  }

  private static void metadata(JsonNode value, PaperDraft draft) {
    if (value.isNull()) {
      return;
    }
    requireType("metadata", value.isObject(), "an object", value);
    value.properties().forEach(field -> metadata(field.getKey(), field.getValue(), draft));
  }

  private static void unknownField(
      String name, JsonNode value, PaperDraft draft, UnknownFields unknown) {
    switch (unknown) {
      case REFUSED ->
          throw new InvalidRequest(
              ("%s is not a field of a paper; known are id, title, abstract, authors, published,"
                      + " categories, url and metadata")
                  .formatted(Quoted.of(name)));
      case INTO_METADATA -> metadata(name, value, draft);
    }
  }

  /**
   * Adds a value to a draft's metadata.
   *
   * @throws InvalidRequest if it is nested too deeply
   */
  public static void metadata(String name, JsonNode value, PaperDraft draft) {
    requireShallow(name, value);
    draft.metadata(name, MAPPER.convertValue(value, Object.class));
  }

  /** An answer wraps a paper in more levels, and must still be within what a parser reads. */
  private static void requireShallow(String name, JsonNode value) {
    if (depth(value) > MAX_DEPTH) {
      throw new InvalidRequest(
          "%s is nested more than %d levels deep".formatted(Quoted.of(name), MAX_DEPTH));
    }
  }

  private static int depth(JsonNode json) {
    int deepest = 0;
    for (JsonNode inside : json) {
      deepest = Math.max(deepest, depth(inside));
    }
    return json.isContainerNode() ? deepest + 1 : 0;
  }

  private static @Nullable String string(String field, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    requireType(field, value.isTextual(), "a string", value);
    return value.textValue();
  }

  private static List<String> strings(String field, JsonNode value) {
    List<String> strings = new ArrayList<>();
    if (value.isNull()) {
      return strings;
    }
    requireType(field, value.isArray(), "an array of strings", value);
    for (JsonNode element : value) {
      requireType(field, element.isTextual(), "an array of strings", element);
      strings.add(element.textValue());
    }
    return strings;
  }

  private static void requireType(String field, boolean right, String wanted, JsonNode found) {
    if (!right) {
      throw new InvalidRequest(
          "%s holds %s; it must be %s".formatted(field, typeOf(found), wanted));
    }
  }

  /** What a value is, for messages: "the number 3", "an array". */
  public static String typeOf(JsonNode json) {
    return switch (json.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case NUMBER -> "the number " + json;
      case BOOLEAN -> "the boolean " + json;
      case STRING -> "the string " + Quoted.of(json.textValue());
      case NULL -> "null";
      case BINARY, MISSING, POJO -> "nothing";
    };
  }
}
