package dev.kindred;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.stream.Stream;

/** The rooms and their arrows, as the architecture document describes them. */
@AnalyzeClasses(packages = "dev.kindred", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.kindred.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("paper")
          .definedBy("dev.kindred.paper..")
          .layer("embedding")
          .definedBy("dev.kindred.embedding")
          .layer("embedding.onnx")
          .definedBy("dev.kindred.embedding.onnx..")
          .layer("index")
          .definedBy("dev.kindred.index")
          .layer("index.lucene")
          .definedBy("dev.kindred.index.lucene..")
          .layer("search")
          .definedBy("dev.kindred.search..")
          .layer("ingest")
          .definedBy("dev.kindred.ingest")
          .layer("ingest.format")
          .definedBy("dev.kindred.ingest.format..")
          .layer("map")
          .definedBy("dev.kindred.map..")
          .layer("evaluation")
          .definedBy("dev.kindred.evaluation..")
          .layer("benchmark")
          .definedBy("dev.kindred.benchmark..")
          .layer("http")
          .definedBy("dev.kindred.http..")
          .layer("cli")
          .definedBy("dev.kindred.cli..")
          .layer("wiring")
          .definedBy("dev.kindred")
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("wiring")
          .whereLayer("embedding")
          .mayOnlyBeAccessedByLayers(
              "embedding.onnx",
              "index",
              "index.lucene",
              "search",
              "ingest",
              "map",
              "evaluation",
              "benchmark",
              "http",
              "cli",
              "wiring")
          .whereLayer("embedding.onnx")
          .mayOnlyBeAccessedByLayers("cli", "wiring")
          .whereLayer("index.lucene")
          .mayOnlyBeAccessedByLayers("cli", "wiring")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("evaluation", "benchmark", "http", "cli", "wiring")
          .whereLayer("ingest")
          .mayOnlyBeAccessedByLayers("http", "cli", "wiring")
          .whereLayer("ingest.format")
          .mayOnlyBeAccessedByLayers("ingest", "evaluation", "cli", "wiring")
          .whereLayer("map")
          .mayOnlyBeAccessedByLayers("http", "cli", "wiring")
          .whereLayer("evaluation")
          .mayOnlyBeAccessedByLayers("http", "cli", "wiring")
          .whereLayer("benchmark")
          .mayOnlyBeAccessedByLayers("cli", "wiring")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("cli", "wiring")
          .whereLayer("index")
          .mayOnlyBeAccessedByLayers(
              "index.lucene",
              "search",
              "ingest",
              "map",
              "evaluation",
              "benchmark",
              "http",
              "cli",
              "wiring");

  @ArchTest
  static final ArchRule theRoomsOfSearchServeItAndOnlyRankingJudgesRelevance =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("search")
          .definedBy("dev.kindred.search")
          .layer("ranking")
          .definedBy("dev.kindred.search.ranking..")
          .layer("recommendation")
          .definedBy("dev.kindred.search.recommendation..")
          .layer("relevance")
          .definedBy("dev.kindred.search.relevance..")
          .layer("sentence")
          .definedBy("dev.kindred.search.sentence..")
          .whereLayer("search")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ranking")
          .mayOnlyBeAccessedByLayers("search")
          .whereLayer("recommendation")
          .mayOnlyBeAccessedByLayers("search")
          .whereLayer("relevance")
          .mayOnlyBeAccessedByLayers("search", "ranking")
          .whereLayer("sentence")
          .mayOnlyBeAccessedByLayers("search");

  @ArchTest
  static final ArchRule sentencesAreThoseOfWhoeverEmbedsOrShowsThem =
      classes()
          .that()
          .resideInAPackage("dev.kindred.paper.sentence..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage(
              "dev.kindred.paper.sentence..",
              "dev.kindred.benchmark..",
              "dev.kindred.index.lucene..",
              "dev.kindred.ingest",
              "dev.kindred.search.sentence..",
              "dev.kindred.http..");

  @ArchTest
  static final ArchRule sentencesKnowNothingButText =
      noClasses()
          .that()
          .resideInAPackage("dev.kindred.paper.sentence..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.kindred..")
                  .and(resideOutsideOfPackage("dev.kindred.paper.sentence..")));

  @ArchTest
  static final ArchRule papersKnowNeitherTheirJsonNorTheirSentences =
      noClasses()
          .that()
          .resideInAPackage("dev.kindred.paper")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.kindred.paper.*..");

  @ArchTest
  static final ArchRule layoutIsArithmetic =
      noClasses()
          .that()
          .resideInAPackage("dev.kindred.map.layout..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.kindred..")
                  .and(resideOutsideOfPackage("dev.kindred.map.layout..")));

  @ArchTest
  static final ArchRule luceneStaysInItsRoom = only("org.apache.lucene..", "index.lucene");

  @ArchTest static final ArchRule djlStaysInItsRoom = only("ai.djl..", "embedding.onnx");

  @ArchTest
  static final ArchRule onnxRuntimeStaysInItsRoom = only("ai.onnxruntime..", "embedding.onnx");

  @ArchTest
  static final ArchRule nothingIsRunWhereGraphsAreMade =
      noClasses()
          .that()
          .resideInAPackage("dev.kindred.embedding.onnx.graph..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule onnxFilesStayInTheirRoom = only("ai.onnx.proto..", "embedding.onnx.graph");

  @ArchTest
  static final ArchRule protocolBuffersStayInTheirRoom =
      only("com.google.protobuf..", "embedding.onnx.graph");

  @ArchTest
  static final ArchRule caffeineStaysInItsRooms =
      only("com.github.benmanes..", "search", "http.access");

  @ArchTest static final ArchRule javalinStaysInItsRoom = only("io.javalin..", "http");

  @ArchTest static final ArchRule jettyStaysInItsRoom = only("org.eclipse.jetty..", "http");

  @ArchTest static final ArchRule mustacheStaysInItsRoom = only("com.samskivert..", "http.page");

  @ArchTest
  static final ArchRule pagesKnowNothingOfHttp =
      noClasses()
          .that()
          .resideInAPackage("dev.kindred.http.page..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.kindred.http", "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule micrometerStaysInItsRoom = only("io.micrometer..", "http.metrics");

  @ArchTest
  static final ArchRule prometheusStaysInItsRoom = only("io.prometheus..", "http.metrics");

  @ArchTest
  static final ArchRule metricsKnowNothingOfHttp =
      noClasses()
          .that()
          .resideInAPackage("dev.kindred.http.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.kindred.http", "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

  @ArchTest static final ArchRule picocliStaysInItsRoom = only("picocli..", "cli");

  @ArchTest static final ArchRule csvStaysInItsRoom = only("de.siegmar..", "ingest.format");

  @ArchTest static final ArchRule zstdStaysInItsRoom = only("com.github.luben..", "ingest.format");

  @ArchTest
  static final ArchRule theEnvironmentIsReadInMainOnly =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.kindred.Main")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule mutableStaticsDoNotExist = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO)$");

  @ArchTest
  static final ArchRule everyRejectionIsFinal =
      classes()
          .that()
          .areAssignableTo("dev.kindred.paper.Rejection")
          .and()
          .doNotHaveSimpleName("Rejection")
          .should()
          .haveModifier(JavaModifier.FINAL);

  private static ArchRule only(String library, String... rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            Stream.of(rooms).map(room -> "dev.kindred." + room + "..").toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }
}
