package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SecretTextTest {

  /** What takes quadratic time would take hours with this. */
  private static final int LONG = 500_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PASSWORD=abc123 run | abc123",
        "export PASSWORD='abc 123' && run | abc 123",
        "run --password=abc123; next | abc123",
        "run --password abc123 --next | abc123",
        "run --db-password \"abc 123\" | abc 123",
        "redis-server --requirepass abc123 | abc123",
        "[\"redis-server\", \"--requirepass\", \"abc123\"] | abc123",
        "redis-cli -a abc123 ping | abc123",
        "mysqladmin ping -pabc123 | abc123",
        "mongosh -u root -p abc123 | abc123",
        "sshpass -p abc123 ssh host | abc123",
        "docker login -u me -p abc123 | abc123",
        "curl -u me:abc123 https://example.com | abc123",
        "java -Dspring.datasource.password=abc123 -jar app.jar | abc123",
        "keytool -storepass abc123 -list | abc123",
        "Server=db;Password=abc123;Encrypt=false | abc123",
        "jdbc:postgresql://db/shop?user=me&password=abc123&ssl=true | abc123",
        "postgresql+asyncpg://me:abc123@db:5432/shop | abc123",
        "amqp://me:abc/123@broker | abc/123",
        "redis://:abc123@cache:6379/0 | abc123",
        "https://${USER:-me}:abc123@example.com/x.git | abc123",
        "https://${USER:-me}:${PASSWORD:-abc123}@example.com | ${PASSWORD:-abc123}",
        "x: ${DB_PASSWORD:-abc123} | abc123",
        "x: ${DB_PASSWORD-abc123} | abc123",
        "password: abc 123 # a comment | abc 123",
        "{\"password\": \"abc123\", \"user\": \"me\"} | abc123",
        "-H 'X-Api-Key: abc123' | abc123",
        "# the root password: abc123 | abc123",
      })
  void aSecretIsFoundByItsName(String text, String secret) {
    assertThat(secrets(text)).containsExactly(secret);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "docker run -p 8080:80 web",
        "mysqldump -p shop",
        "mongod --auth --bind_ip_all",
        "docker login --password-stdin registry.example.com",
        "adduser --disabled-password app",
        "https://example.com:8443/path?at=a@b",
        "mitmdump --mode reverse:https://example.com:443@8443",
        "etcd --initial-cluster-token=shop-cluster",
        "if [ \"$PASSWORD\" == secret ]",
        "run --password --next",
        "run --password",
        "password:",
        "PASSWORD_FILE=/run/secrets/password",
        "test -n $PASSWORD",
        "${PASSWORD:?set it}",
        "${PASSWORD:+set}",
      })
  void whatOnlySpeaksOfASecretIsNone(String text) {
    assertThat(secrets(text)).isEmpty();
  }

  @Test
  void longTextsWithoutAnEndTakeLinearTime() {
    for (String part : List.of("password=${", "--password '", "http://a:", "${PASSWORD:-", "$(")) {
      SecretText.in(Source.of("x", part.repeat(20_000)).range());
    }
    SecretText.in(Source.of("x", "-----BEGIN ".repeat(LONG)).range());
    SecretText.in(Source.of("x", "curl " + "-u/".repeat(LONG)).range());
  }

  @Test
  void aLineIsReadWithoutTheRestOfTheFile() {
    Source file = Source.of("x", "-----BEGIN PRIVATE KEY-----\n".repeat(LONG));
    for (int line = 1; line <= file.lineCount(); line++) {
      SecretText.in(file.line(line));
    }
  }

  private static List<String> secrets(String text) {
    return SecretText.in(Source.of("x", text).range()).stream()
        .map(hit -> hit.value().text())
        .toList();
  }
}
