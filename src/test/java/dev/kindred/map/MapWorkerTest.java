package dev.kindred.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Waiting;
import dev.kindred.embedding.EmbeddedText;
import dev.kindred.embedding.Embedding;
import dev.kindred.embedding.ModelIdentity;
import dev.kindred.embedding.Pooling;
import dev.kindred.index.IndexView;
import dev.kindred.index.PaperIndex;
import dev.kindred.index.PaperIndex.EmbeddingResult;
import dev.kindred.index.lucene.LuceneStore;
import dev.kindred.map.MapState.Ready;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers about four things, whose vectors say so. */
class MapWorkerTest {
  private static final int DIMENSION = 16;
  private static final List<String> THINGS = List.of("glacier", "violin", "enzyme", "harbour");
  private static final ModelIdentity MODEL =
      new ModelIdentity(
          new ModelIdentity.Compatible(
              "m", "w", "t", Pooling.MEAN, "", "", 256, DIMENSION, "c", "r"),
          new ModelIdentity.Recorded("g", "o", "p"));

  @TempDir Path folder;
  private final Random random = new Random(6);
  private PaperIndex index;

  @BeforeEach
  void open() {
    index = LuceneStore.open(folder.resolve("store"), MODEL);
    put(0, 200);
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void put(int from, int to) {
    List<Paper> papers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String thing = THINGS.get(i % THINGS.size());
      papers.add(Paper.of(new PaperId("p" + i), "The %s".formatted(thing), "About " + i));
    }
    index.put(papers);
    List<EmbeddingResult> results = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Paper paper = papers.get(i - from);
      results.add(
          new EmbeddingResult.Succeeded(
              paper.id(), paper.contentHash(), new EmbeddedText(vector(i), 5, false)));
    }
    index.record(results);
  }

  private Embedding vector(int paper) {
    float[] values = new float[DIMENSION];
    for (int d = 0; d < DIMENSION; d++) {
      values[d] = (float) (.2 * random.nextGaussian());
    }
    values[paper % THINGS.size()] += 1;
    return Embedding.normalised(values);
  }

  private MapWorker start(AtomicBoolean quiet) {
    return MapWorker.start(index, folder.resolve("map"), quiet::get, InstantSource.system());
  }

  private static int papers(MapWorker worker) {
    return worker.state() instanceof Ready ready ? ready.map().points().size() : 0;
  }

  private static Instant made(MapWorker worker) {
    return worker.state() instanceof Ready ready ? ready.map().made() : Instant.MIN;
  }

  @Test
  void beyondTheLandmarksPapersArePlacedAmongTheirNearest() {
    try (IndexView view = index.view()) {
      CollectionMap map = MapMaking.of(view, Instant.EPOCH, 80, (_, _) -> {});
      assertThat(map.points()).hasSize(200);
      assertThat(map.trustworthiness()).isGreaterThan(.8);
      assertThat(MapMaking.of(view, Instant.EPOCH, 80, (_, _) -> {})).isEqualTo(map);
    }
  }

  @Test
  void regionsAreNamedByWhatTheirPapersAreAbout() {
    try (IndexView view = index.view()) {
      CollectionMap map = MapMaking.of(view, Instant.EPOCH, (_, _) -> {});
      String names = map.regions().stream().map(Region::name).toList().toString();
      assertThat(names).contains(THINGS);
    }
  }

  @Test
  void aMapIsMadeAgainWhenATenthOfThePapersIsNew() {
    try (MapWorker worker = start(new AtomicBoolean(true))) {
      Waiting.until("there is a map", () -> papers(worker) == 200);
      Instant first = made(worker);
      put(200, 210);
      Waiting.until(
          "new papers are counted",
          () -> worker.state() instanceof Ready ready && ready.notOnMap() == 10);
      assertThat(made(worker)).isEqualTo(first);
      put(210, 225);
      Waiting.until("there is another", () -> papers(worker) == 225);
      assertThat(made(worker)).isAfter(first);
    }
  }

  @Test
  void aPaperThatIsDeletedVanishesSoonHoweverLongMakingTook() {
    AtomicInteger asked = new AtomicInteger();
    BooleanSupplier quietAtLast = () -> asked.incrementAndGet() > 150; // three seconds
    try (MapWorker worker =
        MapWorker.start(index, folder.resolve("map"), quietAtLast, InstantSource.system())) {
      Waiting.until("there is a map", () -> papers(worker) == 200);
      index.delete(new PaperId("p7"));
      Waiting.until("it has vanished", Duration.ofSeconds(20), () -> papers(worker) == 199);
    }
  }

  @Test
  void aPaperThatIsNotDrawnAnyMoreStaysOnTheMap() {
    int most = 150;
    try (IndexView view = index.view()) {
      CollectionMap all = MapMaking.of(view, Instant.EPOCH, (_, _) -> {});
      CollectionMap map = all.only(Set.copyOf(view.sample(most, MapMaking.SEED)));
      assertThat(new MapAge(view, map, most).isTooOld()).isFalse();
      put(200, 300);
      try (IndexView later = index.view()) {
        MapAge age = new MapAge(later, map, most);
        assertThat(age.left()).isEqualTo(map);
        assertThat(age.isTooOld()).isTrue();
      }
    }
  }

  @Test
  void closingDoesNotWaitForAMapThatIsHeldUp() {
    AtomicBoolean quiet = new AtomicBoolean();
    try (MapWorker worker = start(quiet)) {
      Waiting.until("it is held up", () -> worker.state() instanceof MapState.Computing);
    }
    assertThat(folder.resolve("map")).doesNotExist();
  }

  @Test
  void aMapThatCannotBeKeptIsShown() throws IOException {
    Files.createDirectories(folder.resolve("map/in the way"));
    try (MapWorker worker = start(new AtomicBoolean(true))) {
      Waiting.until("there is a map", () -> papers(worker) == 200);
    }
  }
}
