package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"version\": 1, \"find", "{\"version\": 1}", "null"})
  void aDamagedFileIsNotWrittenOverByAdvice(String text) {
    assertThatThrownBy(() -> BaselineFile.read(text, "known.json"))
        .hasMessage(
            "known.json is no baseline of docker-audit;"
                + " restore it, or delete it and write it anew with docker-audit:baseline");
  }

  @Test
  void aFileOfALaterVersionIsKept() {
    assertThatThrownBy(() -> BaselineFile.read("{\"version\": 9}", "known.json"))
        .hasMessage(
            "known.json has the version 9, which this plugin does not know; update the plugin");
  }

  @Test
  void noFindingsAreABaselineToo() {
    assertThat(BaselineFile.read("{\"version\": 1, \"findings\": []}", "known.json").entries())
        .isEmpty();
  }
}
