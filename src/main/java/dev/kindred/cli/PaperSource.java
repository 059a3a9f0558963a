package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.paper.PaperId;
import dev.kindred.search.FilterFields;
import dev.kindred.search.Page;
import dev.kindred.search.SearchQuery;
import dev.kindred.search.Showing;
import dev.kindred.search.recommendation.Diversity;
import dev.kindred.search.recommendation.Recommender.Wish;
import java.util.Optional;

/**
 * A collection to look into, through its server or, with none running, in its folder. Answers in
 * the JSON of the API.
 */
sealed interface PaperSource extends AutoCloseable permits ServedPapers, StoredPapers {
  /** Finds the server, or opens the folder. */
  static PaperSource open(Options options) {
    return RunningServer.find(options)
        .<PaperSource>map(server -> new ServedPapers(server, options))
        .orElseGet(() -> new StoredPapers(options));
  }

  ObjectNode search(SearchQuery query, Showing showing);

  ObjectNode similar(PaperId id, FilterFields filter, Diversity diversity, Page page);

  ObjectNode recommend(Wish wish, Page page);

  /**
   * Looks for near-duplicates in a part of the collection.
   *
   * @param cursor the {@code next} of the part before; none to begin
   */
  ObjectNode duplicates(Optional<String> cursor, double minSimilarity);

  ObjectNode duplicatesOf(PaperId id, double minSimilarity);

  ObjectNode status();

  @Override
  void close();
}
