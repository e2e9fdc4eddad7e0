package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.first;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {

  private static Command run(String text) {
    return first(Run.class, text).command();
  }

  private static List<String> programs(Command command) {
    return command.script().commands().stream().flatMap(found -> found.program().stream()).toList();
  }

  @Test
  void theTextLeavesOutKeywordAndFlags() {
    assertThat(run("FROM a\nRUN --network=none  b  c \n").text().text()).isEqualTo("b  c");
  }

  @Test
  void theTextOfALoneHeredocIsItsBody() {
    Command command = run("FROM a\nRUN <<EOF\nb\nc\nEOF\n");

    assertThat(command.isLoneHeredoc()).isTrue();
    assertThat(command.text().text()).isEqualTo("b\nc\n");
    assertThat(programs(command)).containsExactly("b", "c");
  }

  @Test
  void theTextOfACommandHoldsItsHeredocs() {
    Command command = run("FROM a\nRUN cat <<EOF > b && c\nd\nEOF\n");

    assertThat(command.text().text()).isEqualTo("cat <<EOF > b && c\nd\nEOF");
    assertThat(programs(command)).containsExactly("cat", "c");
  }

  @Test
  void aCommandOnSeveralLinesKeepsItsPlaces() {
    Command command = run("FROM a\nRUN one \\\n  # why\n  && two\n");
    SimpleCommand two = command.script().commands().get(1);

    assertThat(two.range().text()).isEqualTo("two");
    assertThat(two.range().from().line()).isEqualTo(4);
  }

  @Test
  void anExecFormIsTheOneCommandOfItsWords() {
    Command command = first(Cmd.class, "FROM a\nCMD [\"java\", \"-jar\", \"b.jar\"]\n").command();

    assertThat(command.isExec()).isTrue();
    assertThat(command.text().text()).isEmpty();
    assertThat(programs(command)).containsExactly("java");
  }

  @Test
  void aShellInExecFormIsSeenThrough() {
    assertThat(programs(run("FROM a\nRUN [\"sh\", \"-c\", \"b && c\"]\n"))).contains("b", "c");
  }

  @Test
  void theScriptIsReadOnce() {
    Command command = run("FROM a\nRUN b\n");

    assertThat(command.script()).isSameAs(command.script());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "FROM a|POSIX",
        "FROM a/SHELL [\"/bin/bash\", \"-c\"]|BASH",
        "FROM a/SHELL [\"powershell\", \"-Command\"]|OPAQUE",
        "FROM a AS b/SHELL [\"/bin/bash\", \"-c\"]/FROM b|BASH",
        "FROM a AS b/SHELL [\"/bin/bash\", \"-c\"]/FROM c|POSIX",
        "FROM a/SHELL nonsense|POSIX",
        "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022|OPAQUE",
        "# escape=`/FROM a|OPAQUE"
      })
  void theShellInEffectSaysHowTheTextIsRead(String lines, Dialect dialect) {
    String text = lines.replaceAll("/(?=SHELL|FROM)", "\n") + "\nRUN b\n";

    assertThat(run(text).script().dialect()).isEqualTo(dialect);
  }

  @Test
  void aShebangSaysHowALoneHeredocIsRead() {
    assertThat(run("FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n").script().dialect())
        .isEqualTo(Dialect.OPAQUE);
  }

  @Test
  void aCommandBeforeAnyStageIsReadAsPosix() {
    assertThat(run("RUN b\n").script().dialect()).isEqualTo(Dialect.POSIX);
  }

  @Test
  void aTriggerIsReadWithTheShellOfItsStage() {
    Onbuild onbuild =
        first(Onbuild.class, "FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nONBUILD RUN b\n");

    assertThat(((Run) onbuild.trigger()).command().script().dialect()).isEqualTo(Dialect.BASH);
  }

  @Test
  void nothingToRunIsEmpty() {
    Command command = run("FROM a\nRUN\n");

    assertThat(command.isEmpty()).isTrue();
    assertThat(command.range().isEmpty()).isTrue();
    assertThat(command.script().commands()).isEmpty();
  }
}
