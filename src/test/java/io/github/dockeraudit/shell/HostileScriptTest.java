package io.github.dockeraudit.shell;

import static io.github.dockeraudit.shell.Scripts.bash;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that no one writes, except to see what happens. */
@Timeout(60)
class HostileScriptTest {

  private static final int MANY = 100_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "$(",
        "${",
        "${x:-",
        "$((",
        "((",
        "{ ",
        "`",
        "\"$(",
        "\"${x:-",
        "'",
        "\"",
        "''",
        "\"\"",
        "if ",
        "if a; then ",
        "while ",
        "case x in a) ",
        "for x in ",
        "f() ",
        "function f ",
        "! ",
        "time ",
        "[[ ",
        "[[ (",
        "a=(",
        "a=(b=(",
        "@(",
        "x@(",
        "<(",
        "cat <<E\n",
        "cat <<E ",
        "a && ",
        "a | ",
        "a; ",
        "a & ",
        "{{",
        "{{ ",
        "{{ a }} ",
        "{{a}}",
        "sudo ",
        "eval ",
        "sh -c '",
        "env -i ",
        "\\",
        "$",
        "$'",
        "<",
        ">",
        "<<",
        "&",
        "|",
        ";",
        ")",
        "}",
        "a[",
        "a[+=(",
        "\u0000",
        "coproc ",
        "=~ (",
        "[[ a =~ (",
        "a=",
        "#",
        "\r",
        "`\\`",
        "$(`",
        "))",
        "]]",
        "sh -c \"sh -c "
      })
  void timeGrowsWithTheTextAndTheStackDoesNot(String piece) {
    String text = piece.repeat(MANY);
    Script script = bash(text);
    assertThat(script.text().length()).isEqualTo(text.length());
    assertThat(script.commands().stream().noneMatch(command -> command.range().isEmpty())).isTrue();
  }

  @Test
  void aMegabyteOfQuotesIsOneWord() {
    assertThat(bash("a " + "'b'\"c\"".repeat(170_000)).commands().get(0).words()).hasSize(2);
  }

  @Test
  void commandsBeforeWhatIsTooDeepAreGiven() {
    Script script = bash("a; b && " + "( ".repeat(MANY) + "c" + ")".repeat(MANY));
    assertThat(script.commands()).hasToString("[a, b]");
    assertThat(script.remainder()).isPresent();
  }

  @Test
  void nestingAsPeopleWriteItIsRead() {
    Script script = bash("( ".repeat(50) + "c" + " )".repeat(50));
    assertThat(script.remainder()).isEmpty();
    assertThat(script.commands()).hasToString("[c]");
  }

  @Test
  void scriptsInScriptsAreReadToALimit() {
    String script = "a";
    for (int i = 0; i < 30; i++) {
      script = "eval eval " + script;
    }
    assertThat(bash(script).commands()).hasSize(9);
  }

  @Test
  void anyTextIsRead() {
    Random random = new Random(3);
    String seed =
        "set -eux; apt-get update && apt-get install -y \"$(cat 'a b')\" ${x:-`c`} | sort >f 2>&1;"
            + " if [[ $a =~ ^(b|c)$ ]]; then for i in a b; do ((i++)); done; fi; cat <<E\n$x\nE\n"
            + "case $y in a|b) c;; esac; f() { sh -c \"d 'e'\"; }; g=(h i) {{ j }}";
    for (int i = 0; i < 20_000; i++) {
      String text = mutated(seed, random);
      List<SimpleCommand> commands = bash(text).commands();
      assertThat(commands.stream().allMatch(command -> text.contains(command.range().text())))
          .isTrue();
    }
  }

  private static String mutated(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(8));
      switch (random.nextInt(3)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(random.nextInt(text.length() + 1), text.substring(from, to));
        default -> text.insert(from, (char) random.nextInt(128));
      }
      if (text.length() == 0) {
        return seed;
      }
    }
    return text.toString();
  }

  @Test
  void aSmallStackIsEnough() throws InterruptedException {
    String[] deep = {"(", "$(", "\"${x:-", "if ", "f() {", "$((", "a=(", "`$("};
    StringBuilder mixed = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      mixed.append(deep[i % deep.length]);
    }
    Script[] read = new Script[1];
    Thread thread = new Thread(null, () -> read[0] = bash(mixed.toString()), "small", 256 * 1024);
    thread.start();
    thread.join(Duration.ofSeconds(30).toMillis());
    assertThat(read[0]).isNotNull();
  }
}
