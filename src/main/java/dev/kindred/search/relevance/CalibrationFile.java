package dev.kindred.search.relevance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindred.embedding.CosineBand;
import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.paper.Rejection.UnusableStore;
import dev.kindred.paper.json.PaperJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A collection's calibration, in its store's folder. */
public record CalibrationFile(Path path) {
  private static final Logger log = LoggerFactory.getLogger(CalibrationFile.class);
  private static final String NAME = "calibration.json";
  private static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private record Content(
      int format, String measured, CosineBand cosines, ModelIdentity.Compatible model) {}

  /** The file of a store, which may be missing. */
  public static CalibrationFile in(Path store) {
    return new CalibrationFile(store.resolve(NAME));
  }

  /**
   * Needs no lock on the store; whoever reads meanwhile finds the old or the new content.
   *
   * @throws UnusableStore if the folder cannot be written
   */
  public void write(Calibration calibration) {
    Content content =
        new Content(
            FORMAT, calibration.measured().toString(), calibration.band(), calibration.model());
    Path unfinished = path.resolveSibling(NAME + ".tmp");
    try {
      Files.writeString(
          unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UnusableStore("%s cannot be written: %s".formatted(path, failure));
    }
  }

  /**
   * What it says, if it is there and of this model; of another it is ignored and that is logged.
   *
   * @throws UnusableStore if it cannot be understood
   */
  public Optional<Calibration> of(ModelIdentity.Compatible model) {
    Optional<Calibration> found = read();
    Optional<Calibration> fitting = found.filter(calibration -> calibration.model().equals(model));
    if (found.isPresent() && fitting.isEmpty()) {
      log.warn(
          "{} was measured with {}, not with this {}, and is ignored; kindred calibrate makes it"
              + " anew.",
          path,
          found.get().model().model(),
          model.model());
    }
    return fitting;
  }

  /**
   * The collection's own band, else the one of the model's card; none if neither is known.
   *
   * @throws UnusableStore if the file is there and cannot be understood
   */
  public Optional<CosineBand> bandFor(Embedder embedder) {
    return of(embedder.identity().compatible())
        .map(Calibration::band)
        .or(() -> embedder.card().band());
  }

  private Optional<Calibration> read() {
    try {
      JsonNode json = JSON.readTree(Files.readString(path));
      requireFormat(json.path("format"));
      Content content = JSON.treeToValue(json, Content.class);
      Instant measured = Instant.parse(content.measured());
      return Optional.of(new Calibration(content.model(), content.cosines(), measured));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (StreamReadException malformed) {
      throw unusable(PaperJson.complaint(malformed, false));
    } catch (JsonProcessingException incomplete) {
      throw unusable(incomplete.getOriginalMessage());
    } catch (DateTimeParseException malformed) {
      throw unusable("measured is no time: " + malformed.getParsedString());
    } catch (IOException unreadable) {
      throw unusable("it cannot be read: " + unreadable);
    }
  }

  private void requireFormat(JsonNode format) {
    if (!format.isInt() || format.intValue() != FORMAT) {
      throw unusable("its format is %s; it must be %d".formatted(format, FORMAT));
    }
  }

  private UnusableStore unusable(String complaint) {
    return new UnusableStore(
        "%s cannot be used: %s; delete it, or let kindred calibrate make it anew"
            .formatted(path, complaint));
  }
}
