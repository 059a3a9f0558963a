package dev.kindred.search.relevance;

/**
 * How probably a paper answers its query, whatever else is in the list: of hits with such scores,
 * about this share was called relevant by judges of an exhaustively judged collection (MED).
 *
 * @param value 0 to 1
 */
public record Relevance(double value) {
  public Relevance {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("relevance is " + value + ", not 0 to 1");
    }
  }

  public Label label() {
    return Label.of(value);
  }

  /** This one, raised as far as the label needs: for hits that are right for another reason. */
  public Relevance atLeast(Label label) {
    return new Relevance(Math.max(value, label.from()));
  }
}
