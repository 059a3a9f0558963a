package dev.kindred.index;

/**
 * How many papers there are, by what they wait for. {@code papers = embedded + pending + failed}.
 *
 * @param truncated how many of the embedded were longer than the model reads
 */
public record Counts(int papers, int embedded, int pending, int failed, int truncated) {
  public boolean isFullyEmbedded() {
    return embedded == papers;
  }
}
