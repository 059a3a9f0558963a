package dev.kindred.ingest;

/**
 * What an import has done so far. {@code read = added + changed + unchanged + duplicates + rejected
 * +} what waits to be written.
 *
 * @param duplicates entries of a paper that the import had met before
 */
public record ImportSummary(
    long read, long added, long changed, long unchanged, long duplicates, long rejected) {
  static final ImportSummary NOTHING = new ImportSummary(0, 0, 0, 0, 0, 0);

  /** Entries that are done with. */
  public long finished() {
    return added + changed + unchanged + duplicates + rejected;
  }

  /** This and another, as of two files. */
  public ImportSummary plus(ImportSummary other) {
    return new ImportSummary(
        read + other.read,
        added + other.added,
        changed + other.changed,
        unchanged + other.unchanged,
        duplicates + other.duplicates,
        rejected + other.rejected);
  }
}
