package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.last;
import static io.github.dockeraudit.dockerfile.Dockerfiles.problems;
import static io.github.dockeraudit.dockerfile.Dockerfiles.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[ ]",
        "[\"a\"]",
        "[ \"a\" , \"b\" ]",
        "[\"a\\n\\u00e9\\\"\"]",
        "[\"\\ud83d\\ude00\"]",
        "[\"\"]",
        "[\t\"a\"\t]"
      })
  void isAnArrayOfStrings(String array) {
    assertThat(last("FROM a\nCMD " + array).isJson()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "['a']",
        "[\"a\",]",
        "[\"a\" \"b\"]",
        "[\"a\"",
        "[\"a\"] b",
        "[\"a\\x\"]",
        "[\"a\\u12g4\"]",
        "[\"a\tb\"]",
        "[a]",
        "[01]",
        "[1e999]",
        "[{\"a\":}]",
        "[{a:1}]",
        "[nul]",
        "[\"a\"]]",
        "[,]",
        "\"a\""
      })
  void isShellTextWhereTheJsonIsMalformed(String text) {
    Instruction cmd = last("FROM a\nCMD " + text);

    assertThat(cmd.isJson()).isFalse();
    assertThat(texts(cmd.arguments())).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "[\"a\", null]",
        "[true, false]",
        "[[\"a\"]]",
        "[{\"a\": [1, {}, []], \"b\": -1.5e3}]",
        "[\"a\", {}]"
      })
  void isRejectedWhereItHoldsSomethingElse(String array) {
    assertThat(problems("FROM a\nCMD " + array))
        .containsExactly("A JSON array must hold strings only here; quote each element");
  }

  @Test
  void itsWordsHaveTheirEscapesResolvedAndKeepTheirRanges() {
    Instruction cmd = last("FROM a\nCMD [ \"a\\tb\",\"\\ud83d\\ude00\",\"\\ud800\" ]\n");

    assertThat(texts(cmd.arguments())).containsExactly("a\tb", "\ud83d\ude00", "\ufffd");
    assertThat(cmd.arguments().get(0).range().text()).isEqualTo("\"a\\tb\"");
    assertThat(cmd.arguments().get(0).mapped().range(1, 2).text()).isEqualTo("\\t");
  }

  @Test
  void itsWordsAreLiteralsInACommand() {
    assertThat(last("FROM a\nCMD [\"$HOME\"]\n").arguments().get(0).literal()).contains("$HOME");
  }

  @Test
  void variablesAreExpandedInTheWordsOfCopy() {
    assertThat(last("FROM a\nCOPY [\"$HOME\", \"/\"]\n").arguments().get(0).literal()).isEmpty();
  }

  @Test
  void copyTakesWordsWithSpaces() {
    Copy copy = (Copy) last("FROM a\nCOPY [\"one two\", \"/a b/\"]\n");

    assertThat(texts(copy.sources())).containsExactly("one two");
    assertThat(copy.destination().text()).isEqualTo("/a b/");
  }

  @Test
  void malformedJsonOfCopyIsAListOfWords() {
    assertThat(texts(last("FROM a\nCOPY [one, /]\n").arguments())).containsExactly("[one,", "/]");
  }

  @Test
  void itMaySpanLines() {
    Instruction cmd = last("FROM a\nCMD [\"one\", \\\n     \"two\"]\n");

    assertThat(texts(cmd.arguments())).containsExactly("one", "two");
    assertThat(cmd.arguments().get(1).range().from().line()).isEqualTo(3);
  }

  @Test
  void nestingIsReadToAnyDepthWithoutRecursion() {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);

    assertThat(last("FROM a\nCMD " + deep).isJson()).isFalse();
  }
}
