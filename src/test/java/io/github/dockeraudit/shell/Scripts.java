package io.github.dockeraudit.shell;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.stream.Collectors;

/** Short words for the tests of this package. */
final class Scripts {

  private Scripts() {}

  static Script sh(String text) {
    return Script.parse(text(text), Dialect.POSIX);
  }

  static Script bash(String text) {
    return Script.parse(text(text), Dialect.BASH);
  }

  static MappedText text(String text) {
    return MappedText.of(Source.of("script", text).range());
  }

  /** The first command of a script. */
  static SimpleCommand command(String text) {
    return bash(text).commands().get(0);
  }

  /** The texts of all commands of a script. */
  static List<String> commands(String text) {
    return bash(text).commands().stream().map(Span::raw).toList();
  }

  /** The first command with this name in a script. */
  static SimpleCommand find(Script script, String name) {
    return script.commands().stream().filter(c -> c.is(name)).findFirst().orElseThrow();
  }

  /** What could not be read; a dash if all could. */
  static String remainder(String text) {
    return bash(text).remainder().map(SourceRange::text).orElse("-");
  }

  /** The shape of a script: each node as its kind and, in parentheses, its children. */
  static String shape(String text) {
    return shape(bash(text).block());
  }

  private static String shape(Node node) {
    if (node instanceof SimpleCommand command) {
      return command.name().map(Span::raw).orElse("=");
    }
    String kind =
        node instanceof Compound compound
            ? compound.kind().toString().toLowerCase()
            : node.getClass().getSimpleName();
    return node.children().stream()
        .map(Scripts::shape)
        .collect(Collectors.joining(" ", kind + "(", ")"));
  }
}
