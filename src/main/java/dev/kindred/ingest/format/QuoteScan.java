package dev.kindred.ingest.format;

/** Follows the quotation marks of a table's record (RFC 4180), line by line. */
final class QuoteScan {
  private enum State {
    CELL_START,
    BARE,
    QUOTED,
    QUOTE_CLOSED,
    BROKEN
  }

  private final char separator;
  private State state = State.CELL_START;

  QuoteScan(char separator) {
    this.separator = separator;
  }

  /** Takes in a line; its break belongs to a cell if {@link #isOpen} afterwards. */
  void line(String text) {
    for (int i = 0; i < text.length() && state != State.BROKEN; i++) {
      state = after(text.charAt(i));
    }
  }

  /** Whether a quoted cell goes on in the next line. */
  boolean isOpen() {
    return state == State.QUOTED;
  }

  /** Whether text follows a closing quotation mark, so that the marks cannot be right. */
  boolean isBroken() {
    return state == State.BROKEN;
  }

  private State after(char next) {
    return switch (state) {
      case CELL_START -> next == '"' ? State.QUOTED : afterBare(next);
      case BARE -> afterBare(next);
      case QUOTED -> next == '"' ? State.QUOTE_CLOSED : State.QUOTED;
      case QUOTE_CLOSED ->
          next == '"' ? State.QUOTED : next == separator ? State.CELL_START : State.BROKEN;
      case BROKEN -> State.BROKEN;
    };
  }

  private State afterBare(char next) {
    return next == separator ? State.CELL_START : State.BARE;
  }
}
