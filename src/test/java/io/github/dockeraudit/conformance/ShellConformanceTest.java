package io.github.dockeraudit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads the RUN texts of real Dockerfiles. */
@Tag("conformance")
class ShellConformanceTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"))
          .resolve("corpus/dockerfiles");

  /** The share of RUN texts for a shell we know that are read to their end. */
  private static final double WHOLE_FLOOR = 0.99;

  private static final List<Run> RUNS = new ArrayList<>();

  @BeforeAll
  static void readCorpus() throws IOException {
    try (Stream<Path> paths = Files.walk(CORPUS)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        Source source = Source.of(CORPUS.relativize(path).toString(), Files.readAllBytes(path));
        ShellDump.runs(Dockerfile.parse(source)).forEach(RUNS::add);
      }
    }
  }

  @Test
  void nearlyEveryTextIsReadToItsEnd() {
    List<String> remainders = new ArrayList<>();
    int known = 0;
    for (Run run : RUNS) {
      Script script = run.command().script();
      known += script.dialect() == Dialect.OPAQUE ? 0 : 1;
      script.remainder().map(ShellConformanceTest::described).ifPresent(remainders::add);
    }
    System.out.printf(
        "shell: %d RUN texts, %d for a shell we know, %d with a remainder: %s%n",
        RUNS.size(), known, remainders.size(), remainders);

    assertThat(1 - (double) remainders.size() / known)
        .as("not read: %s", remainders)
        .isGreaterThanOrEqualTo(WHOLE_FLOOR);
  }

  private static String described(SourceRange remainder) {
    String text = remainder.text();
    return "%s:%s %s"
        .formatted(
            remainder.source().path(),
            remainder.from(),
            text.substring(0, Math.min(60, text.length())));
  }

  @Test
  void wordsLieInOrderInsideTheirInstruction() {
    List<String> faults = new ArrayList<>();
    for (Run run : RUNS) {
      for (SimpleCommand command : run.command().script().commands()) {
        int last = run.range().start();
        for (Word word : command.words()) {
          SourceRange range = word.range();
          if (range.start() < last || range.end() > run.range().end()) {
            faults.add(described(range));
          }
          last = range.end();
        }
      }
    }
    assertThat(faults).isEmpty();
  }
}
