package dev.kindred.evaluation;

/** What an evaluation does not cover, or what no ranking could get right; told with its count. */
public enum Remark {
  QUERIES_WITHOUT_JUDGEMENTS("queries without judgements in this split (not asked)"),
  JUDGED_QUERIES_WITHOUT_TEXT("judged queries that are not among the queries (not asked)"),
  JUDGEMENTS_OF_MISSING_PAPERS("judgements of papers that are not in the corpus (never found)"),
  QUERIES_WITHOUT_RELEVANT_PAPERS("queries without a relevant paper (scored 0)"),
  UNREADABLE_ENTRIES("entries that are no papers (not stored)"),
  PAPERS_WITHOUT_TITLE_OR_ABSTRACT("papers without a title or an abstract (not stored)"),
  REPEATED_IDS("papers whose id came before (not stored)"),
  PAPERS_NOT_EMBEDDED("papers that the model could not embed (found by words only)");

  private final String words;

  Remark(String words) {
    this.words = words;
  }

  /** What is counted, in words. */
  public String inWords() {
    return words;
  }
}
