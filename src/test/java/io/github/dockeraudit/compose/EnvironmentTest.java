package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

  private static Environment parse(String text) {
    return Environment.parse(Source.of(".env", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "A=b | b",
        "A = b | b",
        "A: b | b",
        "export A=b | b",
        "A= | ^^",
        "A=b c | b c",
        "A=b # comment | b",
        "A=b#c | b#c",
        "A=b=c | b=c",
        "A='b # c' | b # c",
        "A=\"b # c\" | b # c",
        "A='$B' | $B",
        "A=\"say \\\"x\\\"\" | say \"x\"",
        "A=\"${B:-x}\" | x",
        "A=${B:-x} | x",
        "A=\"\\$B\" | $B",
        "A=\"a\\qb\" | a\\qb",
      })
  void aLineSetsAVariable(String line, String value) {
    assertThat(parse(line).get("A")).contains(value);
  }

  @Test
  void linesAreReadOneByOne() {
    Environment environment =
        parse(
            "# comment\r\n\r\nA=1\r\nB=\"two\\nlines\"\nC=\"over\ntwo\"\nnot a line\nD=${A}2\nA=3");

    assertThat(environment.variables())
        .isEqualTo(Map.of("A", "3", "B", "two\nlines", "C", "over\ntwo", "D", "12"));
  }

  @Test
  void theFirstOfTwoWins() {
    Environment both =
        Environment.of(Map.of("A", "1")).and(Environment.of(Map.of("A", "2", "B", "2")));

    assertThat(both.variables()).isEqualTo(Map.of("A", "1", "B", "2"));
  }

  @Test
  void aNameWithoutValueSetsNothing() {
    assertThat(parse("HOME\nA=1").variables()).isEqualTo(Map.of("A", "1"));
  }
}
