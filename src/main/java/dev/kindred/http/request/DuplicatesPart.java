package dev.kindred.http.request;

import dev.kindred.paper.PaperId;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.util.Optional;

/**
 * Which part of a collection is examined for near-duplicates.
 *
 * @param last behind which paper; empty to begin
 * @param limit how many papers
 */
public record DuplicatesPart(Optional<PaperId> last, int limit) {
  /** How many papers an answer examines; each takes some milliseconds. */
  public static final int MAX_EXAMINED = 1_000;

  public static final int DEFAULT_EXAMINED = 200;

  public DuplicatesPart {
    if (limit < 1 || limit > MAX_EXAMINED) {
      throw new InvalidRequest("limit is %d; it must be 1 to %d".formatted(limit, MAX_EXAMINED));
    }
  }

  /**
   * The part behind a cursor.
   *
   * @param cursor the {@code next} of the answer before; none to begin
   * @throws InvalidRequest if one of these cannot be
   */
  public static DuplicatesPart parse(Optional<String> cursor, int limit) {
    return new DuplicatesPart(cursor.map(Cursor::parse).map(Cursor::last), limit);
  }

  /**
   * The part behind a cursor, of the usual size.
   *
   * @throws InvalidRequest if no answer had this cursor
   */
  public static DuplicatesPart parse(Optional<String> cursor) {
    return parse(cursor, DEFAULT_EXAMINED);
  }
}
