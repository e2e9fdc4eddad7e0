package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8TextTest {

  @Test
  void isEmptyUntilSomethingIsAdded() {
    Utf8Text text = new Utf8Text();
    assertThat(text.append("").isEmpty()).isTrue();
    assertThat(text.bytes()).isEmpty();
    assertThat(text.append("x").isEmpty()).isFalse();
  }

  @Test
  void aLongTextOfAnyCharactersComesOutAsItWentIn() {
    StringBuilder expected = new StringBuilder();
    Utf8Text text = new Utf8Text();
    for (int i = 0; i < 5_000; i++) {
      String words = i + " plain, caf\u00E9, \u4E2D\u6587, \uD83D\uDD34\n";
      expected.append(words);
      text.append(words);
    }
    assertThat(text).hasToString(expected.toString());
    assertThat(text.bytes()).isEqualTo(expected.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(text.append("end")).hasToString(expected + "end");
  }

  @Test
  void aTextIsAddedToAnother() {
    Utf8Text first = new Utf8Text().append("1 ");
    Utf8Text second = new Utf8Text().append("2 ".repeat(10_000)).append("3");
    assertThat(first.append(second).append(" 4")).hasToString("1 " + "2 ".repeat(10_000) + "3 4");
    assertThat(second).hasToString("2 ".repeat(10_000) + "3");
  }
}
