package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.compose.DotEnv.Quoting;
import io.github.dockeraudit.compose.DotEnv.Variable;
import io.github.dockeraudit.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {

  private static DotEnv file(String... lines) {
    return DotEnv.parse(Source.of(".env", String.join("\n", lines)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A=b|b",
        "A = b |b",
        "export A=b|b",
        "A: b|b",
        "A=b c|b c",
        "A=b # c|b",
        "A=b#c|b#c",
        "A='b # c' # d|b # c",
        "A='b\\'c'|b'c",
        "A='$B\\n'|$B\\n",
        "A=\"b # c\" # d|b # c",
        "A=\"b\\\"c\\$D\"|b\"c$D",
        "A=\"b\\tc\"|b\tc",
        "A=${B:-c}|${B:-c}",
        "A='b|'b",
        "A=b=c|b=c",
        "A.b-c[0]=d|d",
      })
  void valuesAreReadAsComposeDoes(String line, String value) {
    assertThat(file(line).variables()).singleElement().extracting(Variable::value).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# A=b", "   ", "not a variable", "=b", "A B=c", "\u0000=\u0001"})
  void aLineThatSetsNothingIsPassedOver(String line) {
    assertThat(file(line, "B=c").variables()).extracting(Variable::name).containsExactly("B");
  }

  @Test
  void aQuotedValueMayReachOverLines() {
    DotEnv file = file("A='b", "c'", "D=\"e", "f\"", "G=h");
    assertThat(file.variables()).extracting(Variable::value).containsExactly("b\nc", "e\nf", "h");
  }

  @Test
  void rangesCoverNameAndValueWithItsQuotes() {
    Variable variable = file("# x", "export KEY = 'v' # y").variables().get(0);
    assertThat(variable.range().text()).isEqualTo("KEY");
    assertThat(variable.valueRange().text()).isEqualTo("'v'");
    assertThat(variable.quoting()).isEqualTo(Quoting.SINGLE);
    assertThat(variable.range()).hasToString(".env:2:8");
  }

  @Test
  void aNameAloneHandsOnWhatTheShellHasSet() {
    DotEnv file = file("A", "B # x", "C=", "D=''");
    assertThat(file.variables())
        .extracting(Variable::isSet)
        .containsExactly(false, false, true, true);
    assertThat(file.variables())
        .extracting(Variable::isBlank)
        .containsExactly(false, false, true, true);
  }

  @Test
  void theLastOfSeveralCounts() {
    assertThat(file("A=1", "A=2").variable("A").map(Variable::value)).contains("2");
    assertThat(file("A=1").variable("B")).isEmpty();
  }

  @Test
  void carriageReturnsAreNoPartOfAValue() {
    assertThat(DotEnv.parse(Source.of(".env", "A=b\r\nC=\r\n")).variables())
        .extracting(Variable::value)
        .containsExactly("b", "");
  }

  @Test
  void noValueIsEverPrinted() {
    DotEnv file = file("PASSWORD=hunter2");
    assertThat(file.toString() + file.variables()).doesNotContain("hunter2").contains("PASSWORD");
  }

  @Test
  void anExampleIsKnownByItsName() {
    assertThat(DotEnv.parse(Source.of("a/.env.example", "")).isExample()).isTrue();
    assertThat(DotEnv.parse(Source.of("example/.env", "")).isExample()).isFalse();
  }
}
