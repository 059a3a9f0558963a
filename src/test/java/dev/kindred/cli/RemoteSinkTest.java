package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.PaperIndex.PutOutcome;
import dev.kindred.ingest.PaperSink.Receipt;
import dev.kindred.paper.Paper;
import dev.kindred.paper.PaperId;
import dev.kindred.paper.json.PaperJson;
import dev.kindred.paper.json.PaperJson.UnknownFields;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteSinkTest {
  private final ServedFolder served;
  private final ServerClient client;
  private final RemoteSink sink;

  RemoteSinkTest(@TempDir Path data) {
    served = ServedFolder.start(data);
    client = new ServerClient(URI.create(served.service().url()), Optional.empty());
    sink = new RemoteSink(client);
  }

  @AfterAll
  void close() {
    client.close();
    served.close();
  }

  @Test
  void whatWasPutIsFound() {
    Paper paper =
        PaperJson.read(
            """
            {"id": "cs/01?&ü", "title": "On reefs", "authors": ["A. Diver"], "published": "2024-05",
             "categories": ["sea"], "url": "https://reef.example/1", "depth": 12.5}
            """,
            UnknownFields.INTO_METADATA);
    assertThat(sink.put(List.of(paper))).containsExactly(new Receipt.Kept(PutOutcome.NEW));
    assertThat(sink.find(paper.id())).contains(paper);
  }

  @Test
  void whatWasNotPutIsNotFound() {
    assertThat(sink.find(new PaperId("nothing"))).isEmpty();
  }

  @Test
  void receiptsAreInTheOrderOfThePapers() {
    Paper known = Paper.of(new PaperId("order/known"), "A", "first");
    Paper changed = Paper.of(new PaperId("order/changed"), "B", "first");
    sink.put(List.of(known, changed));
    Paper second = Paper.of(changed.id(), "B", "second");
    assertThat(sink.put(List.of(Paper.of(new PaperId("order/new"), "C", ""), second, known)))
        .containsExactly(
            new Receipt.Kept(PutOutcome.NEW),
            new Receipt.Kept(PutOutcome.CHANGED),
            new Receipt.Kept(PutOutcome.UNCHANGED));
  }

  @Test
  void morePapersThanARequestTakesAreSentInSeveral() {
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < 1_100; i++) {
      papers.add(Paper.of(new PaperId("many/" + i), "", "x"));
    }
    assertThat(sink.put(papers)).hasSize(1_100).containsOnly(new Receipt.Kept(PutOutcome.NEW));
  }

  @Test
  void morePapersThanTheBytesOfARequestAreSentInSeveral() {
    List<Paper> papers = List.of(large("large/1", 11), large("large/2", 11), large("large/3", 11));
    assertThat(sink.put(papers)).hasSize(3).containsOnly(new Receipt.Kept(PutOutcome.NEW));
  }

  @Test
  void onePaperLargerThanARequestIsRefusedAndTheOthersKept() {
    List<Receipt> receipts =
        sink.put(List.of(large("huge/1", 40), Paper.of(new PaperId("huge/2"), "small", "")));
    assertThat(receipts.get(0)).isInstanceOf(Receipt.Refused.class);
    assertThat(receipts.get(1)).isEqualTo(new Receipt.Kept(PutOutcome.NEW));
  }

  private static Paper large(String id, int megabytes) {
    Paper small = Paper.of(new PaperId(id), "large", "");
    return new Paper(
        small.id(),
        small.title(),
        "",
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of("full_text", "word ".repeat(megabytes * 200_000)));
  }
}
