package io.github.dockeraudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

  private static final List<String> KNOWN = List.of("COPY", "CMD", "RUN", "ENTRYPOINT", "ENV");

  @Test
  void aSlipOfTheFingersIsUnderstood() {
    assertThat(Suggestion.closest("COYP", KNOWN)).contains("COPY");
    assertThat(Suggestion.closest("ENTRYPONT", KNOWN)).contains("ENTRYPOINT");
    assertThat(Suggestion.closest("runn", KNOWN)).contains("RUN");
  }

  @Test
  void aQuiteDifferentWordIsNot() {
    assertThat(Suggestion.closest("INCLUDE", KNOWN)).isEmpty();
    assertThat(Suggestion.closest("", KNOWN)).isEmpty();
  }
}
