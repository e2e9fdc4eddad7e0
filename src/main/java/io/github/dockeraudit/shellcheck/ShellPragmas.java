package io.github.dockeraudit.shellcheck;

import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments that say what shell the base image has: {@code # hadolint shell=powershell}. One above
 * the first FROM holds for all stages, any other for the rest of its stage; a SHELL that follows it
 * takes its place.
 */
final class ShellPragmas {

  private static final Pattern PRAGMA = Pattern.compile("hadolint\\s+shell\\s*=\\s*(\\S+)");

  private record Pragma(int offset, Optional<ShellName> shell) {}

  private final Dockerfile file;
  private final List<Pragma> pragmas;

  private ShellPragmas(Dockerfile file, List<Pragma> pragmas) {
    this.file = file;
    this.pragmas = pragmas;
  }

  static ShellPragmas of(Dockerfile file) {
    List<Pragma> pragmas =
        file.elements().stream()
            .filter(Comment.class::isInstance)
            .map(Comment.class::cast)
            .flatMap(comment -> pragma(comment).stream())
            .toList();
    return new ShellPragmas(file, pragmas);
  }

  private static Optional<Pragma> pragma(Comment comment) {
    String text = comment.text();
    Matcher matcher = PRAGMA.matcher(text.startsWith("hadolint") ? text : "");
    return matcher.lookingAt()
        ? Optional.of(new Pragma(comment.range().start(), ShellName.of(List.of(matcher.group(1)))))
        : Optional.empty();
  }

  /**
   * What a comment says of the shell at an instruction: nothing at all, or a shell, or one that
   * ShellCheck cannot read.
   */
  Optional<Optional<ShellName>> at(Instruction instruction, Stage stage) {
    int shell = stage.stateAt(instruction).shell().map(last -> last.range().start()).orElse(-1);
    int firstFrom = file.stages().get(0).range().start();
    return pragmas.stream()
        .filter(pragma -> pragma.offset < instruction.range().start())
        .filter(pragma -> pragma.offset > stage.range().start() || pragma.offset < firstFrom)
        .max(Comparator.comparingInt(Pragma::offset))
        .filter(pragma -> pragma.offset > shell)
        .map(Pragma::shell);
  }
}
