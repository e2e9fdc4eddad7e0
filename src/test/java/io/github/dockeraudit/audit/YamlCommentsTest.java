package io.github.dockeraudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlCommentsTest {

  @Test
  void aboveTheFirstLineOfContentItMeansTheFile() {
    assertThat(lines("# a file\n# docker-audit ignore=x\n\nservices:\n  a:\n"))
        .containsExactly(1, Integer.MAX_VALUE);
  }

  @Test
  void aboveAKeyItMeansTheKeyAndWhatIsBelowIt() {
    assertThat(
            lines(
                """
                services:
                  # docker-audit ignore=x

                  # another comment
                  one:
                    image: a

                    ports: []
                  two:
                    image: b
                """))
        .containsExactly(5, 8);
  }

  @Test
  void aboveAKeyItMeansTheItemsOfItsListToo() {
    assertThat(
            lines(
                """
                name: n
                # docker-audit ignore=x
                ports:
                - "1:1"
                - "2:2"
                other: 1
                """))
        .containsExactly(3, 5);
  }

  @Test
  void aboveAnItemItMeansThatItemOnly() {
    assertThat(
            lines(
                """
                ports:
                  # docker-audit ignore=x
                  - target: 1
                    published: 1
                  - target: 2
                """))
        .containsExactly(3, 4);
  }

  @Test
  void atTheEndOfALineItMeansThatLine() {
    assertThat(lines("a: 1\nprivileged: true # docker-audit ignore=x\nb: 2\n"))
        .containsExactly(2, 2);
  }

  @Test
  void aHashInsideAWordIsNoComment() {
    assertThat(YamlComments.suppressions(Source.of("f", "a: b#docker-audit ignore=x\n"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 'b # docker-audit ignore=x'\n",
        "a: \"b # docker-audit ignore=x\"\n",
        "a: \"b\n  # docker-audit ignore=x\n  c\"\n",
        "'a # docker-audit ignore=x': b\n",
        "a: |\n  b\n  # docker-audit ignore=x\n  c\n",
        "a:\n  - >-\n    b # docker-audit ignore=x\nc: d\n"
      })
  void aHashInsideAValueIsNoComment(String yaml) {
    assertThat(YamlComments.suppressions(Source.of("f", yaml))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'a: ''b # c'' # docker-audit ignore=x\n', 1",
    "'a: | # docker-audit ignore=x\n  b\n', 1",
    "'a: |\n  b\n# docker-audit ignore=x\nc: d\n', 4",
    "'a:\n  b: |\n    c\n\n  # docker-audit ignore=x\n  d: e\n', 6",
    "'a: \"b\" # docker-audit ignore=x\n', 1"
  })
  void aHashBesideAValueIsAComment(String yaml, int line) {
    assertThat(lines(yaml.translateEscapes())).containsExactly(line, line);
  }

  @Test
  void aboveNothingItMeansNothing() {
    assertThat(YamlComments.suppressions(Source.of("f", "a: 1\n# docker-audit ignore=x\n")))
        .allMatch(suppression -> suppression.firstLine() >= 2);
  }

  private static List<Integer> lines(String yaml) {
    List<Suppression> found = YamlComments.suppressions(Source.of("compose.yaml", yaml));
    assertThat(found).hasSize(1);
    return List.of(found.get(0).firstLine(), found.get(0).lastLine());
  }
}
