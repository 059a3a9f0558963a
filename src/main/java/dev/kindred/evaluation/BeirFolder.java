package dev.kindred.evaluation;

import dev.kindred.ingest.format.Entry;
import dev.kindred.ingest.format.Format;
import dev.kindred.ingest.format.PaperFile;
import dev.kindred.ingest.format.ReadOptions;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.Quoted;
import dev.kindred.paper.Rejection.InvalidRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A collection with judgements as BEIR (Thakur et al. 2021) lays it out: {@code corpus.jsonl},
 * {@code queries.jsonl}, and {@code qrels} with a file for each split. The first two may be packed
 * with gzip and named so.
 */
public final class BeirFolder {
  private static final ReadOptions BEIR =
      new ReadOptions(Optional.of(Format.BEIR), Map.of(), Optional.empty());

  private BeirFolder() {}

  /**
   * Reads all of it.
   *
   * @param split the name of a file in {@code qrels}; else {@code test}, or the only one there is
   * @throws InvalidRequest naming the file, and where there is one the line, that is missing or
   *     breaks a rule, or the splits if there is no such, or none is named where there are several
   * @throws IOException naming the file that cannot be read
   */
  public static JudgedCollection read(Path folder, Optional<String> split) throws IOException {
    requireFolder(folder);
    Path corpus = file(folder, "corpus.jsonl");
    Path queries = file(folder, "queries.jsonl");
    String chosen = QrelsSplit.choose(folder.resolve("qrels"), split);
    Map<String, Map<PaperId, Integer>> judgements =
        Qrels.read(folder.resolve("qrels").resolve(chosen + QrelsSplit.ENDING));
    return judged(
        folder.toAbsolutePath().normalize().getFileName() + "",
        chosen,
        papers(corpus),
        QueriesFile.read(queries),
        judgements);
  }

  /**
   * That there is no such split, or none is named where there are several, naming those there are;
   * empty if it is clear which is meant.
   *
   * @throws InvalidRequest if the folder has no judgements
   * @throws IOException if it cannot be read
   */
  public static Optional<String> undecided(Path folder, Optional<String> split) throws IOException {
    requireFolder(folder);
    return QrelsSplit.undecided(folder.resolve("qrels"), split);
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidRequest(folder + " is no folder; a folder as BEIR has it is wanted");
    }
  }

  private static Path file(Path folder, String name) {
    for (String variant : List.of(name, name + ".gz")) {
      if (Files.isRegularFile(folder.resolve(variant))) {
        return folder.resolve(variant);
      }
    }
    throw new InvalidRequest(
        "%s does not exist; a BEIR folder holds corpus.jsonl, queries.jsonl and qrels"
            .formatted(folder.resolve(name)));
  }

  private static Map<PaperId, Paper> papers(Path corpus) throws IOException {
    Map<PaperId, Paper> papers = new LinkedHashMap<>();
    try (PaperFile file = PaperFile.open(corpus, BEIR)) {
      for (Entry entry = file.next(); entry != null; entry = file.next()) {
        Paper paper = paper(corpus, entry);
        if (papers.put(paper.id(), paper) != null) {
          throw refusal(
              corpus,
              entry,
              "_id is %s, as on a line before".formatted(Quoted.of(paper.id().value())));
        }
      }
    }
    if (papers.isEmpty()) {
      throw new InvalidRequest(corpus + " holds no paper");
    }
    return papers;
  }

  private static Paper paper(Path corpus, Entry entry) {
    return switch (entry) {
      case Entry.Read read -> read.paper();
      case Entry.Unreadable bad -> throw refusal(corpus, bad, bad.reason());
    };
  }

  private static InvalidRequest refusal(Path file, Entry entry, String reason) {
    return new InvalidRequest("%s, line %d: %s".formatted(file, entry.line(), reason));
  }

  private static JudgedCollection judged(
      String name,
      String split,
      Map<PaperId, Paper> papers,
      Map<String, String> texts,
      Map<String, Map<PaperId, Integer>> judgements) {
    List<JudgedQuery> queries = new ArrayList<>();
    texts.forEach((id, text) -> {
      Map<PaperId, Integer> judged = judgements.get(id);
      if (judged != null) {
        queries.add(new JudgedQuery(id, text, judged));
      }
    });
    if (queries.isEmpty()) {
      throw new InvalidRequest(
          "%s: no query has a judgement in the split %s".formatted(name, Quoted.of(split)));
    }
    Map<Remark, Integer> remarks = new EnumMap<>(Remark.class);
    remarks.put(Remark.QUERIES_WITHOUT_JUDGEMENTS, texts.size() - queries.size());
    remarks.put(Remark.JUDGED_QUERIES_WITHOUT_TEXT, judgements.size() - queries.size());
    remarks.put(Remark.JUDGEMENTS_OF_MISSING_PAPERS, missing(queries, papers));
    remarks.put(
        Remark.QUERIES_WITHOUT_RELEVANT_PAPERS,
        (int) queries.stream().filter(query -> !query.hasRelevantPaper()).count());
    return new JudgedCollection(
        name, Optional.of(split), List.copyOf(papers.values()), queries, remarks);
  }

  private static int missing(List<JudgedQuery> queries, Map<PaperId, Paper> papers) {
    return (int)
        queries.stream()
            .flatMap(query -> query.judgements().keySet().stream())
            .filter(id -> !papers.containsKey(id))
            .count();
  }
}
