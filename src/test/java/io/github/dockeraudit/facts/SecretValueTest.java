package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretValueTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "true",
        "No",
        "null",
        "https://auth.example.com/token",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI",
        "-----BEGIN CERTIFICATE-----",
        "\"\"",
        "''",
        "https://example.com:443@8443",
        "XXXXXXXXXXXX",
        "xxxxxxxx",
        "xoxb-xxxxxxxxxxx-xxxxxxxxxxxx",
        "sk-xxx-xxx-xxx",
        "******",
        "_",
        "dummy",
        "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
      })
  void someValuesHideNothing(String value) {
    assertThat(SecretValue.of(value)).isEqualTo(SecretValue.NOT_SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$DB_PASSWORD",
        "${DB_PASSWORD}",
        "${DB_PASSWORD:?is missing}",
        "prefix-${TOKEN}",
        "$(cat /run/secrets/token)",
        "`cat token`",
        "/run/secrets/db_password",
        "./secrets/key.pem",
        "secrets/key.pem",
        "config/credentials/signing_key",
        "C:\\secrets\\key",
        "{{ vault_password }}",
        "@db.password@",
        "__TOKEN__",
        "ENC(4rX1kLz0)",
      })
  void aValueMayBeTakenFromElsewhere(String value) {
    assertThat(SecretValue.of(value)).isEqualTo(SecretValue.REFERENCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "change_me",
        "changeme",
        "change-this-in-production",
        "password",
        "Password123!",
        "P@ssw0rd",
        "mysecretpassword",
        "admin",
        "postgres",
        "123456",
        "00000000",
        "<your token>",
        "your-api-key-here",
        "your-256-bit-secret",
        "x7Qz",
        "REPLACE_ME",
        "sunflower",
      })
  void aValueMayBeGuessed(String value) {
    assertThat(SecretValue.of(value)).isEqualTo(SecretValue.GUESSABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kW8vQ2zR5tYp",
        "hunter2rabbit",
        "a8f5f167f44f4964e6c998dee827110c",
        "n0tAWord$$AtAll",
        "kW8v/Qz2R5tYp",
        "kw8v/qz2r5typ",
        "T1hKcVn2dBz0/Xm/Lw",
        "3KzvKasHVG8EuCBFJEDExTTjqNEpKgOmVqxPvDqN4sA",
        "correct horse battery staple",
      })
  void aValueMayBeTheSecretItself(String value) {
    assertThat(SecretValue.of(value)).isEqualTo(SecretValue.LITERAL);
  }

  @Test
  void theNameOfTheUserIsGuessed() {
    assertThat(SecretValue.of("ware-house7")).isEqualTo(SecretValue.LITERAL);
    assertThat(SecretValue.of("ware-house7", "Ware-House7")).isEqualTo(SecretValue.GUESSABLE);
  }

  @Test
  void aUrlIsWhatItsPasswordIs() {
    assertThat(SecretValue.of("postgres://app:kW8vQ2zR@db:5432/app"))
        .isEqualTo(SecretValue.LITERAL);
    assertThat(SecretValue.of("postgres://app:changeme@db/app")).isEqualTo(SecretValue.GUESSABLE);
    assertThat(SecretValue.of("postgres://app:${PASSWORD}@db/app"))
        .isEqualTo(SecretValue.REFERENCE);
    assertThat(SecretValue.of("jdbc:mysql://db/app?user=app&password=kW8vQ2zR"))
        .isEqualTo(SecretValue.LITERAL);
  }

  @Test
  void aUrlInAUrlInAUrlDoesNotEndTheWork() {
    assertThat(SecretValue.of("a://b?password=".repeat(100_000))).isNotNull();
    assertThat(SecretValue.fallback("${A:-".repeat(100_000))).isEmpty();
  }

  @Test
  void aPortIsNoPassword() {
    assertThat(SecretValue.passwordInUrl("redis://cache:6379/0")).isEmpty();
    assertThat(SecretValue.passwordInUrl("cache:6379")).isEmpty();
  }

  @Test
  void aReferenceMayHaveAFallback() {
    assertThat(SecretValue.fallback("${PASSWORD:-change_me}")).contains("change_me");
    assertThat(SecretValue.fallback("${PASSWORD-}")).contains("");
    assertThat(SecretValue.fallback("${A:-${B:-x}}")).contains("${B:-x}");
  }

  @Test
  void whatIsMoreThanOneReferenceHasNone() {
    assertThat(SecretValue.fallback("${A:-x}${B:-y}")).isEmpty();
    assertThat(SecretValue.fallback("${PASSWORD:?missing}")).isEmpty();
    assertThat(SecretValue.fallback("${PASSWORD}")).isEmpty();
    assertThat(SecretValue.fallback("${")).isEmpty();
    assertThat(SecretValue.fallback("password")).isEmpty();
  }
}
