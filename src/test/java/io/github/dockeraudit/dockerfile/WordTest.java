package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordTest {

  private static Optional<String> user(String text) {
    return first(User.class, "FROM a\nUSER " + text + "\n").user().literal();
  }

  @Test
  void aLiteralHasItsQuotesAndEscapesTakenAway() {
    assertThat(user("\"app\"")).contains("app");
    assertThat(user("ap\\p")).contains("app");
    assertThat(user("'$app'")).contains("$app");
  }

  @Test
  void aVariableIsNoLiteral() {
    assertThat(user("$app")).isEmpty();
    assertThat(user("a${p:-b}")).isEmpty();
    assertThat(user("\"$app\"")).isEmpty();
  }

  @Test
  void aMalformedWordIsNoLiteral() {
    assertThat(user("\"app")).isEmpty();
  }

  @Test
  void theTextOfACommandIsItsOwnLiteral() {
    assertThat(first(Run.class, "FROM a\nRUN echo \"$b\"\n").arguments().get(0).literal())
        .contains("echo \"$b\"");
  }

  @Test
  void aMappedTextLeadsBackToTheFile() {
    Word path = first(Workdir.class, "FROM a\nWORKDIR /one\\\n/two\n").path();

    assertThat(path.mapped().range(5, 8).text()).isEqualTo("two");
  }
}
