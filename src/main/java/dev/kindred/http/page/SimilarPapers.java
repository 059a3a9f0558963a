package dev.kindred.http.page;

import dev.kindred.search.Result;
import java.util.List;

/**
 * What a paper's page shows of similar ones.
 *
 * @param instead why there are none; empty where there are some
 */
public record SimilarPapers(List<Result> papers, String instead) {
  public SimilarPapers {
    papers = List.copyOf(papers);
  }

  public static SimilarPapers of(List<Result> papers) {
    return new SimilarPapers(papers, papers.isEmpty() ? "No paper here is like it." : "");
  }

  /** None, and why. */
  public static SimilarPapers none(String reason) {
    return new SimilarPapers(List.of(), reason);
  }
}
