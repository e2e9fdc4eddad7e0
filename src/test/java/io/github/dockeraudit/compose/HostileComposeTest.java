package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made to break a reader give a problem, in little time and without an exception. */
@Timeout(60)
class HostileComposeTest {

  private static String repeated(int times, IntFunction<String> text) {
    return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
  }

  private static void assertProblem(String text, String message) {
    assertThat(ComposeTexts.load(text).problems())
        .extracting(Problem::message)
        .anyMatch(found -> found.contains(message));
  }

  @Test
  void aBombOfAliasesIsDefused() {
    String bomb =
        "x-0: &a0 [lol, lol]\n"
            + repeated(
                30, i -> "x-%d: &a%d [%s]\n".formatted(i + 1, i + 1, ("*a" + i + ", ").repeat(9)));

    assertProblem(bomb + "services: {web: {image: web}}", "Aliases stand for more than");
  }

  @Test
  void deepNestingIsDefused() {
    assertProblem("services: " + "{a: ".repeat(10_000), "Nested deeper than");
    assertProblem("services:\n  web:\n    command: " + "[".repeat(10_000), "Nested deeper than");
  }

  @Test
  void manyServicesThatExtendALargeOneAreDefused() {
    String large =
        "services:\n  base:\n    image: web\n    environment:\n"
            + repeated(2_000, i -> "      V%d: x\n".formatted(i))
            + repeated(2_000, i -> "  s%d: {extends: base, environment: {A: b}}\n".formatted(i));

    assertProblem(large, "Merging comes to more than");
  }

  @Test
  void manyServicesThatExtendALargeOneUnchangedAreDefused() {
    String services = repeated(100_000, i -> "  s%d: {extends: base}\n".formatted(i));
    String variables = repeated(100_000, i -> "      V%d: x\n".formatted(i));

    assertProblem(
        "services:\n  base:\n    image: web\n    environment:\n" + variables + services,
        "Merging comes to more than");
  }

  @Test
  void aLargeFileIncludedAgainAndAgainIsDefused() {
    String large = "services:\n" + repeated(5_000, i -> "  s%d: {image: web}\n".formatted(i));
    IntFunction<String> alone = i -> "  - large.yaml\n";
    IntFunction<String> elsewhere = i -> "  - {path: large.yaml, project_directory: d" + i + "}\n";
    IntFunction<String> withVariables = i -> "  - {path: large.yaml, env_file: large.env}\n";

    for (String include :
        List.of(
            repeated(50_000, alone),
            repeated(50_000, elsewhere),
            repeated(50_000, withVariables),
            "  - path:\n" + repeated(50_000, i -> "    - large.yaml\n"))) {
      Deployment deployment =
          new ComposeTexts()
              .file("compose.yaml", "services: {web: {image: web}}\ninclude:\n" + include)
              .file("large.yaml", large)
              .file("large.env", repeated(50_000, i -> "V%d=x\n".formatted(i)))
              .load();

      assertThat(deployment.problems())
          .extracting(Problem::message)
          .as(include.substring(0, 60))
          .anyMatch(message -> message.contains("Merging comes to more than"));
    }
  }

  @Test
  void aLongValueUsedOftenIsDefused() {
    Deployment deployment =
        new ComposeTexts()
            .file("compose.yaml", "services: {web: {image: '" + "$A".repeat(10_000) + "'}}")
            .variable("A", "x".repeat(100_000))
            .load();

    assertThat(deployment.problems())
        .extracting(Problem::message)
        .containsExactly("Variables come to more than 10000000 characters; use fewer");
  }

  @Test
  void variablesThatDoubleEachOtherAreDefused() {
    String file = "A0=xxxxxxxxxx\n" + repeated(100, i -> "A%d=$A%d$A%d\n".formatted(i + 1, i, i));

    assertThat(Environment.parse(Source.of(".env", file)).get("A100")).isPresent();
  }

  @Test
  void whatCannotBeReadAsYamlIsNotCheckedFurther() {
    assertThat(ComposeTexts.problems("services:\n  web: {user: app}\n  db: [\n"))
        .containsExactly(
            "compose.yaml:4:1 Not valid YAML: expected the node content, but found"
                + " '<stream end>'; correct it");
  }

  @Test
  void aLongChainOfDependenciesIsNoProblem() {
    String chain =
        "services:\n"
            + repeated(20_000, i -> "  s%d: {image: a, depends_on: [s%d]}\n".formatted(i, i + 1))
            + "  s20000: {image: a}\n";

    assertThat(ComposeTexts.load(chain).problems()).isEmpty();
  }

  @Test
  void manyFaultsAreCutShort() {
    String faulty =
        "services: {web: {image: web}}\n" + repeated(5_000, i -> "k%d: x\n".formatted(i));

    assertThat(ComposeTexts.load(faulty).problems()).hasSize(1_000);
  }

  @Test
  void manyDocumentsAreCutShort() {
    assertProblem("services: {web: {image: web}}\n---\n".repeat(10_000), "More than 50 documents");
  }

  @Test
  void aHugeFileIsNotRead() {
    assertProblem("#".repeat(10_000_001), "The file has more than 10000000 characters");
  }

  @Test
  void whatIsNoTextIsAProblem() {
    byte[] binary = new byte[4_096];
    new Random(1).nextBytes(binary);

    assertThat(Deployment.load(Source.of("compose.yaml", binary)).accepted()).isFalse();
  }

  @Test
  void aPathThatLeavesTheProjectIsNotResolved() {
    Deployment deployment =
        ComposeTexts.load(
            "services: {a: {build: ../..}, b: {build: /}, c: {build: 'git@example.com:x.git'},"
                + " d: {build: sub/../x}, e: {build: $DIR}}");

    assertThat(deployment.services())
        .extracting(
            service ->
                service.build().flatMap(Build::context).flatMap(deployment::resolve).orElse("none"))
        .containsExactly("none", "none", "none", "x", "none");
  }

  @Test
  void timeGrowsWithTheSizeOfTheFile() {
    IntFunction<String> service =
        i ->
            """
              s%d:
                image: "web:${TAG:-%d}"
                environment: [A=$A, B=b]
                ports: ["%d:80"]
                volumes: ["./x:/x", "/y"]
            """
                .formatted(i, i, 1_000 + i);
    Deployment.load(Source.of("compose.yaml", "services:\n" + repeated(2_000, service)));
    Duration small = timeOf("services:\n" + repeated(2_000, service));
    Duration large = timeOf("services:\n" + repeated(20_000, service));

    assertThat(large).isLessThan(small.multipliedBy(40).plusSeconds(1));
  }

  private static Duration timeOf(String text) {
    long start = System.nanoTime();
    assertThat(ComposeTexts.load(text).problems()).isEmpty();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Every cut and many random changes of a file that uses all there is. */
  @Test
  void noChangeToAFileMakesReadingThrow() {
    Random random = new Random(42);
    String special = ":{}[]&*!|>'\"%@`#\n\t -?$,\\\ra0~<=\uD83D\uDC33";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(EVERYTHING);
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0:
            text.setCharAt(at, special.charAt(random.nextInt(special.length())));
            break;
          case 1:
            text.insert(at, special.charAt(random.nextInt(special.length())));
            break;
          default:
            text.delete(at, Math.min(text.length(), at + random.nextInt(10)));
        }
      }
      readAll(text.toString());
    }
    for (int end = 0; end < EVERYTHING.length(); end++) {
      readAll(EVERYTHING.substring(0, end));
    }
  }

  private static void readAll(String text) {
    Deployment deployment = ComposeTexts.load(text);
    deployment.problems().forEach(problem -> problem.range().text());
    for (Service service : deployment.services()) {
      service.ports();
      service.volumes();
      service.environment().forEach(variable -> variable.range().text());
      service.dependsOn().forEach(Dependency::isShort);
      service.healthcheck().ifPresent(HealthCheck::isDisabled);
      service.build().ifPresent(Build::args);
      service.limits();
    }
  }

  private static final String EVERYTHING =
      """
      x-base: &base
        restart: "no"
        environment: &env {A: "${A:-b}", B: '$$x'}
      services:
        web: # a comment
          <<: *base
          image: "${IMAGE:-web}:1"
          build: {context: ., args: [A=1]}
          ports: ["127.0.0.1:80-81:80-81/tcp", {target: 90}]
          volumes: ["./a:/b:ro", {type: tmpfs, target: /t}]
          depends_on: {db: {condition: service_healthy}}
          healthcheck:
            test: >
              curl -f
                http://localhost
          command: |-
            run
              it
        db:
          extends: web
          ports: !reset []
      ---
      networks: {default: {external: true}}
      """;
}
