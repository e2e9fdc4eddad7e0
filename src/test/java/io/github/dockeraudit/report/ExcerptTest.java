package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void marksTheColumnsOfTheRange() {
    Excerpt excerpt = excerpt("FROM a\nADD x y\n", 7, 10);
    assertThat(excerpt).isEqualTo(new Excerpt(2, "ADD x y", 0, 3));
  }

  @Test
  void anEmptyRangeIsMarkedByOneColumn() {
    assertThat(excerpt("", 0, 0)).isEqualTo(new Excerpt(1, "", 0, 1));
  }

  @Test
  void aRangeOverSeveralLinesIsMarkedToTheEndOfTheFirst() {
    assertThat(excerpt("RUN a \\\n b\n", 4, 10)).isEqualTo(new Excerpt(1, "RUN a \\", 4, 3));
  }

  @Test
  void tabsAreWidenedSoThatTheCaretFits() {
    assertThat(excerpt("\tADD x\n", 1, 4)).isEqualTo(new Excerpt(1, "    ADD x", 4, 3));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    assertThat(excerpt("a\u001B[31mb\u0007\uDC80\n", 0, 1).text())
        .isEqualTo("a\uFFFD[31mb\uFFFD\uFFFD");
  }

  @Test
  void aPairOfSurrogatesIsKept() {
    assertThat(excerpt("a\uD83D\uDE00b\n", 0, 1).text()).isEqualTo("a\uD83D\uDE00b");
  }

  @Test
  void ofALongLineThePartAroundTheMarkIsKept() {
    String line = "x".repeat(500) + "MARK" + "y".repeat(500);
    Excerpt excerpt = excerpt(line, 500, 504);
    assertThat(excerpt.text()).startsWith("...x").endsWith("y...").hasSize(106);
    assertThat(excerpt.text().substring(excerpt.markStart(), excerpt.markStart() + 4))
        .isEqualTo("MARK");
  }

  @Test
  void secretsAreMasked() {
    Source source = Source.of("f", "ENV TOKEN=abc OTHER=d");
    Excerpt excerpt = Excerpt.of(source.range(4, 9), List.of(source.range(10, 13)));
    assertThat(excerpt.text()).isEqualTo("ENV TOKEN=*** OTHER=d");
  }

  private static Excerpt excerpt(String text, int start, int end) {
    return Excerpt.of(Source.of("Dockerfile", text).range(start, end), List.of());
  }
}
