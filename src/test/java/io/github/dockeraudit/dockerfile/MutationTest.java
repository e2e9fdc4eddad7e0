package io.github.dockeraudit.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, it is parsed, tiled and understood as far as that goes. */
class MutationTest {

  private static final int MUTANTS = 2_000;
  private static final int MOST_CHANGES = 8;

  private static final List<String> SEEDS =
      List.of(
          """
          # syntax=docker/dockerfile:1
          # escape=\\
          ARG TAG=21 OTHER
          FROM --platform=$BUILDPLATFORM example.com:5000/jdk:${TAG:-17} AS build
          WORKDIR /src
          COPY --from=build --chown=1:1 ["a b", "/c d/"]
          RUN --mount=type=cache,target=/root/.m2 \\
              # why
              mvn -B package && \\

              cp target/*.jar /app.jar
          FROM scratch
          COPY --link --from=0 /app.jar /
          HEALTHCHECK --interval=30s --retries=3 CMD ["/probe", "-q"]
          ONBUILD ADD --checksum=sha256:00 https://example.com/x.tgz /
          ENTRYPOINT ["java", "-jar", "/app.jar"]
          """,
          """
          FROM a AS one
          ENV a=b c="d e" f='g $h' i=j\\ k
          ENV legacy value with spaces
          LABEL x=$a y=${a%b*} z=${a//b/c}
          SHELL ["/bin/bash", "-c"]
          RUN <<EOF
          echo one
          EOF
          COPY <<-"two" <<three /etc/
          \tx
          \ttwo
          y
          three
          FROM one
          USER ${u:?none}:$g
          EXPOSE 80 443/tcp 8000-8010/udp
          VOLUME /a /b
          STOPSIGNAL SIGTERM
          MAINTAINER somebody <a@example.com>
          CMD echo "$HOME"
          """,
          "# escape=`\r\nFROM mcr.microsoft.com/windows/servercore\r\nWORKDIR C:\\a`\r\n\\b\r\nRUN dir `\r\n  C:\\\r\n");

  private static final List<String> PIECES =
      List.of(
          "\\",
          "`",
          "\n",
          "\r",
          "\r\n",
          "\"",
          "'",
          "$",
          "${",
          "}",
          "${a:-",
          "<<",
          "<<EOF",
          "EOF\n",
          "[",
          "]",
          "[\"",
          "\"]",
          ",",
          "=",
          "--",
          "--from=",
          "#",
          " ",
          "\t",
          "\u00a0",
          "\0",
          "\uFEFF",
          "\ud83d",
          "\udc80",
          "FROM ",
          "RUN ",
          "ONBUILD ",
          "AS ",
          "ENV ",
          ":",
          "/",
          "@sha256:",
          "{",
          "# escape=`\n",
          "9999999999",
          "-1");

  private static String mutant(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
      int start = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), start + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(start, end);
        case 1 -> text.insert(start, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.replace(start, end, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.insert(random.nextInt(text.length() + 1), text.substring(start, end));
      }
    }
    return text.toString();
  }

  @Test
  void everyMutantIsParsedAndTiled() {
    Random random = new Random(20_261_122L);
    for (int i = 0; i < MUTANTS; i++) {
      String text = mutant(random);
      Dockerfile file = Dockerfiles.parse(text);

      assertThat(Dockerfiles.tiles(file)).as("mutant %d", i).isEqualTo(text);
      file.instructions().forEach(MutationTest::visit);
      assertThat(file.problems()).allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
      file.stages().forEach(stage -> visit(file, stage));
    }
  }

  private static void visit(Instruction instruction) {
    assertThat(instruction.endLine()).isGreaterThanOrEqualTo(instruction.startLine());
    assertThat(instruction.arguments())
        .allMatch(word -> instruction.range().contains(word.range()))
        .allMatch(word -> word.literal().isPresent() || word.expands());
    assertThat(instruction.flags())
        .allMatch(flag -> instruction.range().contains(flag.range()))
        .allMatch(
            flag -> flag.value().map(Word::text).isEmpty() || flag.word().text().contains("="));
    if (instruction instanceof Onbuild onbuild) {
      visit(onbuild.trigger());
    } else if (instruction instanceof Run run) {
      assertThat(run.command().script().text()).isNotNull();
      assertThat(run.mounts()).allMatch(mount -> !mount.type().contains("\n"));
    }
  }

  private static void visit(Dockerfile file, Stage stage) {
    assertThat(stage.ancestors()).startsWith(stage);
    assertThat(stage.dependencies()).allMatch(file.stages()::contains);
    for (Instruction instruction : stage.instructions()) {
      State state = stage.stateAt(instruction);
      assertThat(instruction.arguments()).noneMatch(word -> state.expand(word).isUnset());
    }
  }
}
