package io.github.dockeraudit.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties of every tree, tried on texts put together at random from the shell's own words. */
class RangesTest {

  private static final String[] PIECES = {
    "a",
    "b c",
    " ",
    " ",
    "\n",
    ";",
    "&&",
    "||",
    "|",
    "&",
    "(",
    ")",
    "{ ",
    "; }",
    "$(",
    "${",
    "}",
    "`",
    "'",
    "\"",
    "\\",
    "$x",
    "$((",
    "))",
    "[[ ",
    " ]]",
    "if ",
    "; then ",
    "; else ",
    "; fi",
    "for i in ",
    "; do ",
    "; done",
    "case x in ",
    "esac",
    ";;",
    "f() ",
    "<<E ",
    "\nE\n",
    ">f",
    "2>&1",
    "<(",
    "A=",
    "A=(",
    "#",
    "sh -c '",
    "bash -c \"",
    "eval ",
    "sudo ",
    "!",
    "{{ ",
    " }}",
    "$'",
    "\r\n",
    "@(",
    "function ",
    "time ",
    "=~ ",
    "\uD83D\uDE00",
    "\u0000",
    "<<-'E'\n",
    "\\\n"
  };

  @Test
  void wordsLieInOrderInsideTheirCommand() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text = randomText(random);
      Dialect dialect = random.nextBoolean() ? Dialect.POSIX : Dialect.BASH;
      Script script = Script.parse(mapped(text), dialect);
      assertThat(faults(script)).as("in %s", text).isEmpty();
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(24);
    for (int i = 0; i < count; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** The text as it stands after an instruction, its first blank being a line continuation. */
  private static MappedText mapped(String text) {
    int blank = Math.max(0, text.indexOf(' '));
    String file = "RUN " + text.substring(0, blank) + "\\\n" + text.substring(blank);
    return new MappedText.Builder(Source.of("Dockerfile", file))
        .copy(4, 4 + blank)
        .copy(6 + blank, file.length())
        .build();
  }

  private static List<String> faults(Script script) {
    List<String> faults = new ArrayList<>();
    SourceRange whole = script.text().range();
    script
        .remainder()
        .filter(range -> !contains(whole, range))
        .ifPresent(r -> faults.add("remainder"));
    check(script.block(), faults);
    List<SimpleCommand> ordered = new ArrayList<>(script.commands());
    ordered.sort(Comparator.comparingInt(command -> command.range().start()));
    if (!ordered.equals(script.commands())) {
      faults.add("commands are not in text order");
    }
    for (SimpleCommand command : script.commands()) {
      check(command, faults);
      if (!contains(whole, command.range())) {
        faults.add("command outside: " + command);
      }
    }
    return faults;
  }

  private static void check(Node node, List<String> faults) {
    inOrder(node, node.children(), faults);
    for (Node child : node.children()) {
      if (child.parent().orElse(null) != node) {
        faults.add("not its parent's: " + child);
      }
      check(child, faults);
    }
    if (node instanceof SimpleCommand command) {
      List<Span> spans = new ArrayList<>(command.words());
      spans.addAll(command.assignments());
      spans.addAll(command.redirections());
      spans.sort(Comparator.comparingInt(span -> span.range().start()));
      inOrder(node, spans, faults);
      inOrder(node, command.words(), faults);
      for (Word word : command.words()) {
        checkWord(word, faults);
      }
    }
  }

  private static void checkWord(Word word, List<String> faults) {
    int last = -1;
    for (Expansion expansion : word.expansions()) {
      if (!contains(word.range(), expansion.range()) || expansion.range().start() < last) {
        faults.add("expansion out of order: " + expansion);
      }
      last = expansion.range().start();
    }
    word.literal().orElseGet(word::prefix);
  }

  private static void inOrder(Node node, List<? extends Span> parts, List<String> faults) {
    int last = node.range().start();
    for (Span part : parts) {
      if (part.range().isEmpty()) {
        continue;
      }
      if (part.range().start() < last || part.range().end() > node.range().end()) {
        faults.add("out of order: " + part + " in " + node);
      }
      last = part.range().end();
    }
  }

  private static boolean contains(SourceRange outer, SourceRange inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
