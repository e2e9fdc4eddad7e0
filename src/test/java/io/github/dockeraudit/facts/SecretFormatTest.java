package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFormatTest {

  /** Letters and digits as chance would draw them. */
  private static final String RANDOM =
      "x7Kq2mP9vLw4Zr8Tn5JbC3dF6gH1sY0aE2uI7oQ4pR9tW5kM8nB3vX6zL1cD0jG4hS2fA7yU9eT5iO8";

  /** What a token begins with, and how many characters follow; a test that finds one is ours. */
  @ParameterizedTest
  @CsvSource({
    "ghp_, 36",
    "gho_, 36",
    "glpat-, 20",
    "npm_, 36",
    "dckr_pat_, 27",
    "xoxb-, 40",
    "sk_live_, 24",
    "AIza, 35",
    "hvs., 24",
    "sk-ant-api03-, 70",
    "sk-proj-, 48",
    "whsec_, 32",
    "tskey-auth-, 30",
    "GOCSPX-, 28",
    "LTAI, 20",
    "pypi-AgEIcHlwaS5vcmc, 60",
  })
  void aTokenIsKnownByItsForm(String beginning, int length) {
    String token = beginning + RANDOM.substring(0, length);
    assertThat(SecretFormat.isToken(token)).isTrue();
    assertThat(SecretFormat.isToken(token.substring(0, beginning.length() + 8))).isFalse();
    assertThat(SecretFormat.isToken(beginning + "x".repeat(length))).isFalse();
    assertThat(SecretFormat.isToken("a" + token)).isFalse();
  }

  @Test
  void formsOfOtherAlphabetsAreKnownToo() {
    String hex = "3f786850e387550fdab836ed7e6dc881de23001b7f83b1657ff1fc53b92dc181";
    assertThat(SecretFormat.isToken("AKIA" + "Q3EGRVZJ5XWN7PTB")).isTrue();
    assertThat(SecretFormat.isToken("dop_v1_" + hex)).isTrue();
    assertThat(SecretFormat.isToken("dapi" + hex.substring(0, 32))).isTrue();
    assertThat(
            SecretFormat.isToken("SG." + RANDOM.substring(0, 22) + "." + RANDOM.substring(0, 43)))
        .isTrue();
    assertThat(SecretFormat.isToken("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0." + RANDOM))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sk",
        "AKIAIOSFODNN7EXAMPLE",
        "eyJhbGciOiJIUzI1NiJ9",
        "npm_config_registry_of_everybody_in_here",
        "glpat-xxxxxxxxxxxxxxxxxxxx",
        "3f786850e387550fdab836ed7e6dc881de23001b",
        "sk-learn-contrib-2024-with-a-long-name",
        "9b2e8c1f-7d3a-4a5b-8c6d-0e1f2a3b4c5d",
      })
  void nothingElseIs(String word) {
    assertThat(SecretFormat.isToken(word)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9fK2xq7LmZ", "pimpmycloset01", "Tr0ub4dor3xK", "dZQbGpWmRtYxKs"})
  void whatIsDrawnByChanceLooksSo(String text) {
    assertThat(SecretFormat.isRandom(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc1",
        "proxy-secret",
        "my_jitsi_app_secret",
        "glassfish",
        "11111111a",
        "MySecretWord"
      })
  void wordsDoNot(String text) {
    assertThat(SecretFormat.isRandom(text)).isFalse();
  }
}
