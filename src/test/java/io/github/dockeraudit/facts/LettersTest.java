package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  private static final int[] KEY = {Letters.of("key")};

  @ParameterizedTest
  @ValueSource(strings = {"key", "API_KEY", "Keystone", "yek", "monkey-2", "\u212aey"})
  void areThoseOfAWordWhateverTheirCaseAndOrder(String text) {
    assertThat(Letters.holdOneOf(KEY, Letters.of(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kept", "KE", "2-_./", "ey["})
  void lackOneOfTheWord(String text) {
    assertThat(Letters.holdOneOf(KEY, Letters.of(text))).isFalse();
  }

  @Test
  void areOnlyThoseOfThePart() {
    assertThat(Letters.of("a key here", 2, 5)).isEqualTo(Letters.of("key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DB_PASSWORD", "apiKey", "PGPASSWORD", "clientsecret", "authToken", "ROOT_PW"})
  void allowEveryNameOfASecret(String name) {
    assertThat(Secrets.isSecret(name)).isTrue();
    assertThat(Secrets.isHintedAt(name, 0, name.length(), Letters.of(name))).isTrue();
  }
}
