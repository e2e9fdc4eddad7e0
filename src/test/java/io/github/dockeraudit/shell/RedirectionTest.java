package io.github.dockeraudit.shell;

import static io.github.dockeraudit.shell.Redirection.Operator.HERE_DOCUMENT;
import static io.github.dockeraudit.shell.Scripts.bash;
import static io.github.dockeraudit.shell.Scripts.command;
import static io.github.dockeraudit.shell.Scripts.commands;
import static io.github.dockeraudit.shell.Scripts.remainder;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectionTest {

  @ParameterizedTest
  @CsvSource({
    "a <f, READ, 0, f",
    "a >f, WRITE, 1, f",
    "a 2> f, WRITE, 2, f",
    "a >>f, APPEND, 1, f",
    "a >|f, CLOBBER, 1, f",
    "a <>f, READ_WRITE, 0, f",
    "a 3<&0, DUPLICATE_INPUT, 3, 0",
    "a 2>&1, DUPLICATE_OUTPUT, 2, 1",
    "a >&-, DUPLICATE_OUTPUT, 1, -",
    "a &>f, WRITE_BOTH, 1, f",
    "a &>>f, APPEND_BOTH, 1, f",
    "a {fd}>f, WRITE, -1, f",
    "a <<<f, HERE_STRING, 0, f",
    "a 99999999999>f, WRITE, 32767, f",
    ">f a, WRITE, 1, f"
  })
  void everyOperatorIsKnown(String script, Redirection.Operator operator, int fd, String target) {
    Redirection redirection = command(script).redirections().get(0);
    assertThat(redirection.operator()).isEqualTo(operator);
    assertThat(redirection.descriptor()).isEqualTo(fd);
    assertThat(redirection.target().literal()).contains(target);
    assertThat(command(script).words()).hasToString("[a]");
  }

  @Test
  void aNumberThatIsNotBeforeAnOperatorIsAWord() {
    assertThat(command("echo 2 >f").words()).hasToString("[echo, 2]");
    assertThat(command("echo a2>f").words()).hasToString("[echo, a2]");
  }

  @Test
  void theLinesOfAHereDocumentAreNoCommands() {
    Script script = bash("cat <<EOF >f && b\nfoo $x\n EOF\nEOF\nc");
    Redirection redirection = script.commands().get(0).redirections().get(0);
    assertThat(script.commands()).hasToString("[cat <<EOF >f, b, c]");
    assertThat(redirection.operator()).isEqualTo(HERE_DOCUMENT);
    assertThat(redirection.body().orElseThrow().raw()).isEqualTo("foo $x\n EOF\n");
    assertThat(redirection.body().orElseThrow().literal()).isEmpty();
  }

  @Test
  void severalHereDocumentsFollowEachOther() {
    assertThat(command("cat <<A 3<<'B'\n1\nA\n2\nB\n").redirections())
        .extracting(redirection -> redirection.body().orElseThrow().raw())
        .containsExactly("1\n", "2\n");
  }

  @Test
  void aHereDocumentWithADashMayEndAfterTabs() {
    assertThat(commands("cat <<-'E'\n\tx\n\t\tE\ny")).containsExactly("cat <<-'E'", "y");
  }

  @Test
  void aQuotedHereDocumentExpandsNothing() {
    assertThat(commands("cat <<\\E\n$(a)\nE\n")).containsExactly("cat <<\\E");
  }

  @Test
  void commandsInAHereDocumentComeWhereTheyStand() {
    assertThat(commands("cat <<E; b\n$(a)\nE\nc")).containsExactly("cat <<E", "b", "a", "c");
  }

  @Test
  void aQuoteInAHereDocumentIsText() {
    assertThat(commands("cat <<E\nit's \"$(a)\nE\nb")).containsExactly("cat <<E", "a", "b");
    assertThat(remainder("cat <<E\nit's ${x $(\nE\nb")).isEqualTo("-");
  }

  @Test
  void aHereDocumentInASubstitutionEndsThere() {
    assertThat(commands("x=$(cat <<E\n)\nE\n); b"))
        .containsExactly("x=$(cat <<E\n)\nE\n)", "cat <<E", "b");
  }

  @Test
  void aHereDocumentWithoutLinesIsEmpty() {
    assertThat(command("cat <<EOF >f").redirections().get(0).body()).isEmpty();
    assertThat(remainder("cat <<EOF >f")).isEqualTo("-");
  }

  @Test
  void windowsLineEndsDoNotHideTheEndOfAHereDocument() {
    assertThat(commands("cat <<EOF\r\na\r\nEOF\r\nb\r\n")).containsExactly("cat <<EOF", "b");
  }
}
