package dev.kindred.embedding.onnx;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.paper.Rejection.UnusableModel;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A JSON object, or a list of them, in a model's folder. Every complaint names the file and the
 * field.
 */
record JsonFile(Path path, JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * @throws UnusableModel if there is no such file, or no JSON object in it
   */
  static JsonFile read(Path path) {
    return readIfThere(path).orElseThrow(() -> new UnusableModel("%s is missing".formatted(path)));
  }

  /**
   * @throws UnusableModel if there is a file but no JSON object in it
   */
  static Optional<JsonFile> readIfThere(Path path) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (JsonParser parser = MAPPER.createParser(path.toFile())) {
      JsonNode json = MAPPER.readTree(parser);
      if (parser.nextToken() != null) {
        throw new UnusableModel("%s holds more than one JSON value".formatted(path));
      }
      if (json == null || !json.isContainerNode()) {
        throw new UnusableModel("%s holds no JSON object".formatted(path));
      }
      return Optional.of(new JsonFile(path, json));
    } catch (JsonProcessingException malformed) {
      throw new UnusableModel("%s is %s".formatted(path, PaperJson.complaint(malformed, false)));
    } catch (IOException unreadable) {
      throw new UnusableModel("%s cannot be read: %s".formatted(path, unreadable.getMessage()));
    }
  }

  /** Whoever reads meanwhile, or after the process was killed, finds the old or the new text. */
  static void write(Path path, String json) throws IOException {
    Path unfinished = path.resolveSibling(path.getFileName() + ".tmp");
    Files.writeString(unfinished, json);
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A string that must be there. */
  String text(String field) {
    return textIfAny(field)
        .orElseThrow(() -> new UnusableModel("%s states no %s".formatted(path, field)));
  }

  /** A string; null counts as absent. */
  Optional<String> textIfAny(String field) {
    return value(field)
        .map(value -> {
          require(field, value, value.isTextual(), "a string");
          return value.textValue();
        });
  }

  /** A count of at least 1 that must be there. */
  int count(String field) {
    return countIfAny(field)
        .orElseThrow(() -> new UnusableModel("%s states no %s".formatted(path, field)));
  }

  /**
   * A count of at least 1; null counts as absent, and so does a number beyond an int: tokenizers
   * that know no limit state 10 to the 30th.
   */
  Optional<Integer> countIfAny(String field) {
    return value(field)
        .filter(value -> !(value.isNumber() && value.doubleValue() > Integer.MAX_VALUE))
        .map(value -> {
          boolean right = value.isIntegralNumber() && value.longValue() >= 1;
          require(field, value, right, "a whole number of at least 1");
          return value.intValue();
        });
  }

  /** A number that must be there. */
  double number(String field) {
    JsonNode value =
        value(field).orElseThrow(() -> new UnusableModel("%s states no %s".formatted(path, field)));
    require(field, value, value.isNumber(), "a number");
    return value.doubleValue();
  }

  /** An array of numbers that must be there. */
  float[] numbers(String field) {
    JsonNode array =
        value(field).orElseThrow(() -> new UnusableModel("%s states no %s".formatted(path, field)));
    require(field, array, array.isArray(), "an array of numbers");
    float[] numbers = new float[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      require(field, array.get(i), array.get(i).isNumber(), "an array of numbers");
      numbers[i] = array.get(i).floatValue();
    }
    return numbers;
  }

  /** An object that must be there. */
  JsonFile object(String field) {
    JsonNode value =
        value(field).orElseThrow(() -> new UnusableModel("%s states no %s".formatted(path, field)));
    require(field, value, value.isObject(), "an object");
    return new JsonFile(path, value);
  }

  /** The value of a field, if it has one that is not null. */
  Optional<JsonNode> value(String field) {
    return Optional.ofNullable(json.get(field)).filter(value -> !value.isNull());
  }

  private void require(String field, JsonNode value, boolean right, String wanted) {
    if (!right) {
      throw new UnusableModel(
          "%s states %s as %s; it must be %s".formatted(path, field, value, wanted));
    }
  }
}
