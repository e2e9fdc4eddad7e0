package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PASSWORD",
        "POSTGRES_PASSWORD",
        "sa_password",
        "DB_PASS",
        "MYSQL_PWD",
        "PGPASSWORD",
        "SECRET_PASSPHRASE",
        "SECRET_KEY",
        "API_KEY",
        "sendgrid_apikey",
        "STRIPE_SECRET",
        "SUPER_Secret",
        "GITHUB_TOKEN",
        "AWS_SECRET_ACCESS_KEY",
        "PRIVATE_KEY",
        "GITHUB_CREDENTIALS",
        "NEO4J_AUTH",
        "spring.datasource.password",
        "Smtp__Password",
        "dbPassword",
        "apiKey",
        "_authToken",
        "KEYSTORE_PASSWORD",
        "VAULT_DEV_ROOT_TOKEN_ID",
        "PASSWORD2",
      })
  void aNameSaysThatItsValueIsSecret(String name) {
    assertThat(Secrets.isSecret(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GOPASS_VERSION",
        "TOKENIZERS_PARALLELISM",
        "PASSENGER_APP_ENV",
        "JAVA_OPTS_DEFAULT",
        "KEYSERVER",
        "KEYSIZE",
        "MAX_TOKENS",
        "AUTHOR",
        "COMPASS_DIR",
        "PWD",
        "OLD_PWD",
        "",
        "42",
      })
  void aNameMayOnlyLookAlike(String name) {
    assertThat(Secrets.isSecret(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POSTGRES_PASSWORD_FILE",
        "sa_password_path",
        "SECRETS_DIR",
        "TOKEN_URL",
        "SECRET_NAME",
        "PASSWORD_MIN_LENGTH",
        "ACCESS_TOKEN_EXPIRE_MINUTES",
        "PASSWORD_HASHER",
        "TOKEN_TTL",
        "AUTH_TYPE",
        "AUTH_USERNAME",
        "AUTH_MODULE_VERSION",
        "SSH_AUTH_SOCK",
        "ANSIBLE_HOST_KEY_CHECKING",
        "GOOGLE_APPLICATION_CREDENTIALS",
      })
  void aNameMayOnlySpeakOfASecret(String name) {
    assertThat(Secrets.isSecret(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALLOW_EMPTY_PASSWORD", "MYSQL_RANDOM_ROOT_PASSWORD", "DISABLE_AUTH"})
  void aNameMayBeThatOfASwitch(String name) {
    assertThat(Secrets.isSecret(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GPG_KEY",
        "APT_KEY",
        "PUBLIC_KEY",
        "AWS_ACCESS_KEY_ID",
        "RABBITMQ_PGP_KEY_ID",
        "HUBOT_AUTH_ADMIN",
        "ETCD_INITIAL_CLUSTER_TOKEN"
      })
  void aKeyMayBePublic(String name) {
    assertThat(Secrets.isSecret(name)).isFalse();
  }

  @Test
  void buildKitPartsWordsAtUnderscoresAlone() {
    assertThat(Secrets.isSuspectToBuildKit("git_key")).isTrue();
    assertThat(Secrets.isSuspectToBuildKit("Smtp__Password")).isTrue();
    assertThat(Secrets.isSuspectToBuildKit("dbPassword")).isFalse();
  }

  @Test
  void buildKitExcusesFilesVersionsAndThePublic() {
    assertThat(Secrets.isSuspectToBuildKit("secret_File")).isFalse();
    assertThat(Secrets.isSuspectToBuildKit("AUTH_MODULE_VERSION")).isFalse();
    assertThat(Secrets.isSuspectToBuildKit("public_token")).isFalse();
  }
}
