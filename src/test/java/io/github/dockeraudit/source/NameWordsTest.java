package io.github.dockeraudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameWordsTest {

  @Test
  void anythingButLettersAndDigitsPartsWords() {
    assertThat(NameWords.of("Dockerfile.dev-TEST_e2e"))
        .containsExactly("dockerfile", "dev", "test", "e2e");
    assertThat(NameWords.of("--ci--")).containsExactly("ci");
  }

  @Test
  void aNameMayHaveNoWords() {
    assertThat(NameWords.of("")).isEmpty();
    assertThat(NameWords.of("./-")).isEmpty();
  }
}
