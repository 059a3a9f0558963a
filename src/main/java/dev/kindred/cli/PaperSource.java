package dev.kindred.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.index.Filter;
import dev.kindred.paper.PaperId;
import dev.kindred.search.Page;
import dev.kindred.search.SearchQuery;

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

  ObjectNode search(SearchQuery query);

  ObjectNode similar(PaperId id, Filter filter, Page page);

  ObjectNode status();

  @Override
  void close();
}
