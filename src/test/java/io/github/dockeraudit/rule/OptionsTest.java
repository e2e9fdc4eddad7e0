package io.github.dockeraudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final List<String> FORMS = List.of("short", "long");

  private static Options set(String text) {
    return Options.of(Map.of("form", List.of(text)));
  }

  @Test
  void whatIsNotSetIsByDefault() {
    Options none = Options.of(Map.of());
    assertThat(none.oneOf("form", "long", FORMS)).isEqualTo("long");
    assertThat(none.number("form", 3)).isEqualTo(3);
    assertThat(none.flag("form", true)).isTrue();
  }

  @Test
  void oneOfAFewWordsIsTaken() {
    assertThat(set(" short ").oneOf("form", "long", FORMS)).isEqualTo("short");
  }

  @Test
  void whatAnOptionCannotTakeIsRefusedByItsName() {
    assertThatThrownBy(() -> set("middling").oneOf("form", "long", FORMS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("option form takes short or long, not 'middling'");
    assertThatThrownBy(() -> set("few").number("form", 3))
        .hasMessage("option form takes a whole number, not 'few'");
    assertThatThrownBy(() -> set("perhaps").flag("form", true))
        .hasMessage("option form takes true or false, not 'perhaps'");
  }
}
