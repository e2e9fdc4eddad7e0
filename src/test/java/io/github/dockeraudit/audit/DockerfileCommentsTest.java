package io.github.dockeraudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockerfileCommentsTest {

  @Test
  void aboveTheFirstInstructionItMeansTheFile() {
    assertThat(lines("# docker-audit ignore=x\nFROM a\n")).containsExactly("x 1-2147483647");
  }

  @Test
  void aboveAnInstructionItMeansAllOfItsLines() {
    assertThat(lines("FROM a\n# docker-audit ignore=x\nRUN b \\\n  c\n")).containsExactly("x 3-4");
  }

  @Test
  void insideAnInstructionItMeansTheNextLine() {
    assertThat(lines("FROM a\nRUN b \\\n  # docker-audit ignore=x\n  c \\\n  d\n"))
        .containsExactly("x 4-4");
  }

  @Test
  void ofSeveralInARowEachMeansTheLineBelowThemAll() {
    assertThat(
            lines(
                """
                FROM a
                RUN b \\
                  # docker-audit ignore=x

                  # because
                  # hadolint ignore=y
                  c \\
                  # docker-audit ignore=z
                  d
                """))
        .containsExactly("x 7-7", "hadolint:y 7-7", "z 9-9");
  }

  @Test
  void ofAStageItMeansAllOfItWhereverItStands() {
    assertThat(
            lines(
                """
                FROM a AS x
                # hadolint ignore=p
                RUN b
                # hadolint stage ignore=q
                RUN c

                # hadolint stage ignore=r
                FROM d
                RUN e
                """))
        .containsExactly("hadolint:q 1-5", "hadolint:p 3-3", "hadolint:r 8-9");
  }

  private static List<String> lines(String dockerfile) {
    return DockerfileComments.suppressions(Dockerfile.parse(Source.of("Dockerfile", dockerfile)))
        .stream()
        .map(
            found ->
                "%s %d-%d"
                    .formatted(
                        String.join(",", found.labels()), found.firstLine(), found.lastLine()))
        .toList();
  }
}
