package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.parse;
import static io.github.dockeraudit.dockerfile.Dockerfiles.tiles;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large and hostile files; a reading that is not linear would not end here. */
class ScaleTest {

  private static final int MANY = 100_000;
  private static final int LONG = 1 << 18;

  /** Parses, looks at all problems and states, and expects nothing but to be done. */
  private static Dockerfile read(String text) {
    Dockerfile file = parse(text);
    assertThat(tiles(file)).hasSize(text.length());
    assertThat(file.problems()).isNotNull();
    file.lastStage().ifPresent(stage -> assertThat(stage.finalState().user()).isNotNull());
    return file;
  }

  @Test
  void aHundredThousandInstructions() {
    assertThat(read("FROM a\n" + "RUN b \\\n  && c\n".repeat(MANY)).instructions())
        .hasSize(MANY + 1);
  }

  @Test
  void aHundredThousandStagesEachOnTheOneBefore() {
    StringBuilder text = new StringBuilder("FROM scratch AS s0\n");
    for (int i = 1; i < MANY; i++) {
      text.append("FROM s")
          .append(i - 1)
          .append(" AS s")
          .append(i)
          .append("\nENV v")
          .append(i)
          .append("=x\n");
    }
    Dockerfile file = read(text.toString());

    assertThat(file.stages()).hasSize(MANY);
    assertThat(file.lastStage().orElseThrow().ancestors()).hasSize(MANY);
    assertThat(file.lastStage().orElseThrow().finalState().variable("v1").text()).contains("x");
  }

  @Test
  void aHundredThousandHeredocs() {
    assertThat(read("FROM a\n" + "RUN <<EOF\nb\nEOF\n".repeat(MANY)).instructions())
        .hasSize(MANY + 1);
  }

  @Test
  void aHundredThousandUnknownInstructions() {
    assertThat(read("FROM a\n" + "{{ b }}\n".repeat(MANY)).problems()).hasSize(MANY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN x",
        "ENV a=x",
        "ENV a=\"",
        "LABEL a=b ",
        "CMD [",
        "CMD [\"a\", ",
        "COPY a ",
        "RUN --a=b ",
        "RUN --a=\" ",
        "RUN <<EOF <<",
        "RUN '",
        "USER ${a:-",
        "USER $a",
        "FROM a:",
        "EXPOSE 1 ",
        "# ",
        "\\",
        "HEALTHCHECK --interval=1",
        "ONBUILD ",
        "VOLUME [\"\\u0041",
        "ENV a=\\ ",
        "RUN --mount=a=b,"
      })
  void aLongLine(String start) {
    read("FROM a\n" + start + start.substring(start.length() - 1).repeat(LONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUN x", "USER $a", "ENV a=x", "CMD [\"", "# ", "x"})
  void tenMegabytesOfOneLine(String start) {
    read("FROM a\n" + start + start.substring(start.length() - 1).repeat(10 << 20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a \\\n",
        "# c\n",
        "\n",
        "RUN '\n",
        "RUN << \"\n",
        "RUN cat <<E\n",
        "ENV a=$a$a\n",
        "\\\n",
        "USER ${a\n",
        "COPY --from=a b c\n",
        "RUN --mount=from=a b\n",
        "ARG a\n",
        "ENV a\n",
        "WORKDIR a\n",
        "EXPOSE 1\n"
      })
  void oneLineAgainAndAgain(String line) {
    read("FROM scratch\n" + line.repeat(LONG / line.length()));
  }

  @Test
  void manyWordsOfEachKind() {
    read("FROM a\nENV " + "a=b ".repeat(MANY) + "\nCOPY " + "c ".repeat(MANY) + "\n");
    read("FROM a\nCMD [" + "\"a\", ".repeat(MANY) + "\"b\"]\n");
    read("FROM a\nRUN " + "<<a ".repeat(1 << 14) + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV w=${v%*a*a*a*b}\n",
        "ENV w=${v//*a*a*a*b/x}\n",
        "ENV w=${v//a/$v}\n",
        "ENV w=${v//****b}\n"
      })
  void aLongValueEditedAgainAndAgain(String line) {
    read("FROM scratch\nENV v=" + "a".repeat(LONG / 8) + "\n" + line.repeat(20_000));
  }

  @Test
  void aFileModeOfTenThousandClauses() {
    String mode = "u" + "+r".repeat(10_000);
    assertThat(read("FROM a\nCOPY --chmod=" + mode + " b c\n").problems()).isEmpty();
  }
}
