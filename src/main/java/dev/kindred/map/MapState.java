package dev.kindred.map;

import java.util.concurrent.CancellationException;

/** What there is of the map at a moment. */
public sealed interface MapState {
  /**
   * None, and none is being made.
   *
   * @param reason why, for a reader
   */
  record Waiting(String reason) implements MapState {}

  /**
   * The first is being made.
   *
   * @param stage what it is at
   * @param progress 0 to 1, of all stages
   */
  record Computing(Stage stage, double progress) implements MapState {}

  /**
   * There is one.
   *
   * @param version names what is shown: another as soon as points came or went
   * @param notOnMap papers that were put later, are not embedded, or are more than a map holds
   */
  record Ready(CollectionMap map, String version, int notOnMap) implements MapState {}

  /** The parts of making a map, with when each begins and ends, about. */
  enum Stage {
    NEIGHBOURS(0, .2),
    LAYOUT(.2, .5),
    PLACING(.5, .7),
    REGIONS(.7, .8),
    MEASURING(.8, 1);

    private final double from;
    private final double to;

    Stage(double from, double to) {
      this.from = from;
      this.to = to;
    }

    double progress(double ofStage) {
      return from + (to - from) * ofStage;
    }
  }

  /** Is told how making goes, often, and gives way there to what is more urgent. */
  interface Progress {
    /**
     * Called from within the work.
     *
     * @param share of the stage, 0 to 1
     * @throws CancellationException if it is to end
     */
    void at(Stage stage, double share);
  }
}
