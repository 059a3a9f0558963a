package dev.kindred.index.lucene;

/** Writes nothing: the group it is in is committed, and shows what has been merged. */
record ShowMerged() implements Operation<Boolean> {
  @Override
  public int size() {
    return 0;
  }

  @Override
  public Boolean applyTo(PaperTable table) {
    return true;
  }
}
