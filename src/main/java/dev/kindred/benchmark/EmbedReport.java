package dev.kindred.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.benchmark.EmbedBenchmark.Round;
import dev.kindred.paper.json.PaperJson;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What embedding with two embedders cost. */
public final class EmbedReport {
  private final String model;
  private final List<Round> rounds;
  private final Side plain;
  private final Side kindred;

  EmbedReport(String model, List<Round> rounds) {
    this.model = model;
    this.rounds = List.copyOf(rounds);
    this.plain = Side.of(rounds.stream().map(Round::plain).toList());
    this.kindred = Side.of(rounds.stream().map(Round::kindred).toList());
  }

  /**
   * One embedder, over all rounds.
   *
   * @param textsPerSecond on one thread, by the clock on the wall
   * @param queries how long each took, by the clock on the wall
   * @param queriesOnCpu the CPU time of each, which other programs hardly change
   */
  public record Side(
      double tokensPerCpuSecond,
      double textsPerSecond,
      double tokensPerText,
      double bytesPerText,
      Latencies queries,
      Latencies queriesOnCpu,
      double tokensPerQuery,
      double bytesPerQuery) {
    static Side of(List<EmbedderTurn> turns) {
      Usage passages = turns.stream().map(EmbedderTurn::passages).reduce(Usage.NONE, Usage::plus);
      double texts = turns.stream().mapToInt(EmbedderTurn::texts).sum();
      double tokens = turns.stream().mapToLong(EmbedderTurn::tokens).sum();
      double queryTokens = turns.stream().mapToLong(EmbedderTurn::queryTokens).sum();
      List<Usage> queries = turns.stream().flatMap(turn -> turn.queries().stream()).toList();
      return new Side(
          tokens / passages.cpuSeconds(),
          texts / passages.wallSeconds(),
          tokens / texts,
          passages.allocatedBytes() / texts,
          Latencies.of(queries.stream().map(Usage::wallNanos).toList()),
          Latencies.of(queries.stream().map(Usage::cpuNanos).toList()),
          queryTokens / queries.size(),
          queries.stream().mapToLong(Usage::allocatedBytes).average().orElseThrow());
    }
  }

  public String model() {
    return model;
  }

  public Side plain() {
    return plain;
  }

  public Side kindred() {
    return kindred;
  }

  public int rounds() {
    return rounds.size();
  }

  public int texts() {
    return rounds.getFirst().cosines().size();
  }

  /** Tokens a CPU second of kindred, by those of plain. */
  public double ratio() {
    return kindred.tokensPerCpuSecond / plain.tokensPerCpuSecond;
  }

  /** The same of each round. */
  public List<Double> ratios() {
    return rounds.stream()
        .map(round -> round.kindred().tokensPerCpuSecond() / round.plain().tokensPerCpuSecond())
        .sorted()
        .toList();
  }

  /** Between the two vectors of a text. */
  private Stream<Double> cosines() {
    return rounds.stream().flatMap(round -> round.cosines().stream());
  }

  public double meanCosine() {
    return cosines().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  public double leastCosine() {
    return cosines().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /**
   * As {@code bench embed --json} answers.
   *
   * @param limit tokens a CPU second that the machine allows, as estimated
   */
  public ObjectNode json(double limit, Setup setup) {
    ObjectNode json = PaperJson.MAPPER.createObjectNode();
    json.put("benchmark", "embed").put("model", model);
    json.put("rounds", rounds.size()).put("texts", texts());
    both("tokens_per_cpu_second", Side::tokensPerCpuSecond, json);
    json.put("ratio", Rounded.of(ratio()));
    json.putArray("ratio_of_rounds")
        .add(Rounded.of(ratios().getFirst()))
        .add(Rounded.of(ratios().getLast()));
    json.put("limit_tokens_per_cpu_second", Rounded.of(limit));
    json.put("share_of_limit", Rounded.of(kindred.tokensPerCpuSecond / limit));
    both("texts_per_second", Side::textsPerSecond, json);
    both("tokens_per_text", Side::tokensPerText, json);
    both("allocated_bytes_per_text", Side::bytesPerText, json);
    json.putObject("cosine")
        .put("mean", Rounded.of(meanCosine()))
        .put("min", Rounded.of(leastCosine()));
    query(json.putObject("query"));
    setup.addTo(json);
    return json;
  }

  private void query(ObjectNode query) {
    query.put("own_tokens", EmbedTexts.QUERY_TOKENS);
    both("tokens", Side::tokensPerQuery, query);
    both("p50_ms", side -> side.queries().p50(), query);
    query.put("p50_ratio", Rounded.of(queryRatio()));
    both("p99_ms", side -> side.queries().p99(), query);
    both("cpu_p50_ms", side -> side.queriesOnCpu().p50(), query);
    query.put("cpu_p50_ratio", Rounded.of(queryCpuRatio()));
    both("allocated_bytes", Side::bytesPerQuery, query);
  }

  /** The median time of a query with kindred, by that of plain. */
  public double queryRatio() {
    return kindred.queries.p50() / plain.queries.p50();
  }

  /** The same by CPU time. */
  public double queryCpuRatio() {
    return kindred.queriesOnCpu.p50() / plain.queriesOnCpu.p50();
  }

  private void both(String name, ToDoubleFunction<Side> figure, ObjectNode json) {
    json.putObject(name)
        .put("plain", Rounded.of(figure.applyAsDouble(plain)))
        .put("kindred", Rounded.of(figure.applyAsDouble(kindred)));
  }
}
