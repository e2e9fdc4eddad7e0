package io.github.dockeraudit.shell;

import static io.github.dockeraudit.shell.Scripts.bash;
import static io.github.dockeraudit.shell.Scripts.command;
import static io.github.dockeraudit.shell.Scripts.commands;
import static io.github.dockeraudit.shell.Scripts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandedScriptTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sh -c 'a && b'",
        "bash -c \"a && b\"",
        "/bin/bash -lc 'a && b'",
        "sh -c -e 'a && b'",
        "bash -euxo pipefail -c 'a && b' x y",
        "bash -o pipefail -c 'a && b'",
        "sudo sh -c 'a && b'",
        "gosu app bash -c 'a && b'",
        "su app -c 'a && b'",
        "su - app --command='a && b'",
        "su -s /bin/sh -c 'a && b' app",
        "eval 'a && b'",
        "eval a '&&' b",
        "bash <<<'a && b'",
        "bash <<'E'\na && b\nE",
        "bash -s x <<E\na && b\nE",
        "xargs sh -c 'a && b'",
        "busybox sh -c 'a && b'",
        "sh -c $'a && b'",
        "bash --rcfile x -c 'a && b'"
      })
  void theCommandsOfTheScriptAreThoseOfTheWhole(String script) {
    Script read = bash(script);
    assertThat(read.commands()).extracting(Span::raw).containsSequence("a", "b");
    assertThat(read.commands().get(0).script().orElseThrow().commands()).hasToString("[a, b]");
    assertThat(read.commands().get(1).parent().flatMap(Node::parent).flatMap(Node::parent))
        .contains(read.commands().get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sh script.sh",
        "sh -c",
        "sh -c \"$X\"",
        "eval $X",
        "eval",
        "eval \"$(ssh-agent)\"",
        "sh x -c 'a'",
        "sh x <<E\na\nE",
        "echo -c 'a'",
        "su app",
        "sh <file"
      })
  void noScriptIsKnownWithoutItsText(String script) {
    assertThat(command(script).script()).isEmpty();
  }

  @Test
  void theWordsOfTheScriptStandInTheFile() {
    SimpleCommand inner = bash("x; sh -c \"echo \\\"a b\\\" $C\"").commands().get(2);
    assertThat(inner).hasToString("echo \"a b\" $C");
    assertThat(inner.words().get(1).literal()).contains("a b");
    assertThat(inner.words().get(1).range().text()).isEqualTo("\\\"a b\\\"");
    assertThat(inner.words().get(2).literal()).as("expanded by the outer shell").isEmpty();
  }

  @Test
  void commandsOfTheOuterShellAreGivenOnce() {
    assertThat(commands("sh -c \"a $(b) && c\" $(d)"))
        .containsExactly("sh -c \"a $(b) && c\" $(d)", "a ${_}", "b", "c", "d");
  }

  @Test
  void scriptsMayHandOnScripts() {
    assertThat(commands("sh -c 'bash -c \"a \\\"b c\\\"\"'"))
        .containsExactly(
            "sh -c 'bash -c \"a \\\"b c\\\"\"'", "bash -c \"a \\\"b c\\\"\"", "a \"b c\"");
  }

  @Test
  void theShellThatRunsTheScriptHasItsOwnDialect() {
    assertThat(command("sh -c a").script().orElseThrow().dialect()).isEqualTo(Dialect.POSIX);
    assertThat(command("bash -c a").script().orElseThrow().dialect()).isEqualTo(Dialect.BASH);
  }

  @Test
  void aFaultInTheScriptIsItsOwn() {
    Script outer = bash("sh -c 'a; )'");
    assertThat(outer.remainder()).isEmpty();
    assertThat(outer.commands().get(0).script().orElseThrow().remainder()).isPresent();
  }

  @Test
  void anExecFormIsOneCommandThatNoShellExpands() {
    Script script =
        Script.ofWords(text("[]"), List.of(text("/bin/echo"), text("$HOME 'x"), text("-n")));
    assertThat(script.commands()).hasSize(1);
    assertThat(script.commands().get(0).is("echo")).isTrue();
    assertThat(script.commands().get(0).words().get(1).literal()).contains("$HOME 'x");
    assertThat(script.commands().get(0).hasFlag("-n")).isTrue();
  }

  @Test
  void anExecFormMayRunAShell() {
    Source source = Source.of("Dockerfile", "CMD [\"tini\", \"sh\", \"-c\", \"exec a\"]");
    MappedText[] words = {
      MappedText.of(source.range(6, 10)),
      MappedText.of(source.range(14, 16)),
      MappedText.of(source.range(20, 22)),
      MappedText.of(source.range(26, 32))
    };
    Script script = Script.ofWords(MappedText.of(source.range(4, 34)), List.of(words));
    assertThat(script.commands()).hasSize(2);
    assertThat(script.commands().get(0).wrappers()).containsExactly("tini");
    assertThat(script.commands().get(1).unwrapped().range().text()).isEqualTo("a");
  }

  @Test
  void aShellGetsTheWordsOfAnExecFormWithTheirQuotes() {
    Script script =
        Script.ofWords(
            text("[]"), List.of(text("sh"), text("-c"), text("echo \"a  b\" 'c;d' \\$e")));
    Script handed = script.commands().get(0).script().orElseThrow();
    assertThat(handed.text().text()).isEqualTo("echo \"a  b\" 'c;d' \\$e");
    assertThat(handed.commands().get(0).arguments().get(1).literal()).contains("c;d");
  }

  @Test
  void anExecFormWithoutWordsHasNoCommand() {
    assertThat(Script.ofWords(text("[]"), List.of()).commands()).isEmpty();
  }
}
