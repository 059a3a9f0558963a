package dev.kindred.search.recommendation;

import dev.kindred.embedding.Embedder;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.PassageText;
import dev.kindred.embedding.onnx.ModelCatalog;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.json.PaperJson.UnknownFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The sample papers, embedded by a real model, in a real index. */
final class SamplePapers implements AutoCloseable {
  private static final Path FILE = Path.of("src/main/resources/samples/papers.jsonl");

  final Embedder model = new ModelCatalog(Path.of("models")).load("all-MiniLM-L6-v2", 2);
  final PaperIndex index;

  SamplePapers(Path folder) throws IOException {
    index = LuceneStore.open(folder, model.identity());
    embed(
        Files.readAllLines(FILE).stream()
            .map(line -> PaperJson.read(line, UnknownFields.REFUSED))
            .toList());
  }

  void embed(List<Paper> papers) {
    index.put(papers);
    index.record(papers.parallelStream().map(this::embedded).toList());
  }

  private EmbeddingResult embedded(Paper paper) {
    return new EmbeddingResult.Succeeded(
        paper.id(), paper.contentHash(), model.passage(PassageText.of(paper)));
  }

  Paper get(String id) {
    try (IndexView view = index.view()) {
      return view.get(new PaperId(id)).orElseThrow().paper();
    }
  }

  /** As a second version has it: other words here and there, and a sentence more. */
  Paper version(String id, String newId) {
    Paper first = get(id);
    String text =
        first.abstractText().replace("We ", "Here we ").replace("whereas", "while")
            + " Code and data are available.";
    return Paper.of(new PaperId(newId), first.title() + " (extended version)", text);
  }

  static Collection<Embedding> random(IndexView view) {
    return view.vectors(view.sample(100, 1)).values();
  }

  @Override
  public void close() {
    index.close();
    model.close();
  }
}
