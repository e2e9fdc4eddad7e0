package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Mount;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Scope;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.shell.Redirection;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one Dockerfile takes from the build context, and what it runs. */
final class ContextUse {

  private final Set<String> paths = new LinkedHashSet<>();
  private final List<SimpleCommand> commands = new ArrayList<>();
  private boolean isWhole;
  private boolean isUnknown;

  ContextUse(Dockerfile file) {
    for (Stage stage : file.stages()) {
      stage.instructions().forEach(instruction -> read(instruction, stage));
    }
  }

  private void read(Instruction instruction, Stage stage) {
    Scope scope = stage.stateAt(instruction);
    ContextCopy.of(instruction)
        .ifPresent(copy -> copy.sources().forEach(source -> take(source, scope)));
    if (instruction instanceof Run run) {
      run.mounts().forEach(mount -> take(mount, scope));
      run(run.command());
    } else if (instruction instanceof Cmd cmd) {
      run(cmd.command());
    } else if (instruction instanceof Entrypoint entrypoint) {
      run(entrypoint.command());
    }
  }

  private void take(Mount mount, Scope scope) {
    if (mount.type().equals("bind") && mount.from().isEmpty()) {
      mount.source().ifPresentOrElse(source -> take(source, scope), () -> isWhole = true);
    }
  }

  private void take(Word source, Scope scope) {
    scope.expand(source).text().ifPresentOrElse(this::take, () -> isUnknown = true);
  }

  private void take(String source) {
    if (ContextCopy.isWholeContext(source)) {
      isWhole = true;
    } else {
      paths.add(relative(source));
    }
  }

  private static String relative(String source) {
    String path = source;
    while (path.startsWith("./") || path.startsWith("/")) {
      path = path.substring(path.indexOf('/') + 1);
    }
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private void run(Command command) {
    command.script().commands().stream().map(SimpleCommand::unwrapped).forEach(commands::add);
  }

  /** The sources that are not the whole context, as they are in an ignore file. */
  Set<String> paths() {
    return paths;
  }

  /** Whether some source holds a variable that only the build knows. */
  boolean isUnknown() {
    return isUnknown;
  }

  /** Whether a path gets in with the whole context, or with a folder above it. */
  boolean covers(String path) {
    return isWhole || paths.stream().anyMatch(source -> path.startsWith(beforeWild(source)));
  }

  /** The folder before the first wild card, or the path itself, with a slash at its end. */
  private static String beforeWild(String source) {
    int wild = 0;
    while (wild < source.length() && "*?[\\".indexOf(source.charAt(wild)) < 0) {
      wild++;
    }
    return wild == source.length()
        ? source + "/"
        : source.substring(0, source.lastIndexOf('/', wild) + 1);
  }

  /** Whether it runs one of these programs; their versions do not matter. */
  boolean runs(Set<String> programs) {
    return commands.stream()
        .flatMap(command -> program(command).stream())
        .anyMatch(program -> programs.contains(ProgramName.withoutVersion(program)));
  }

  /** The program itself where a shell is given it as a script, as in {@code sh mvnw package}. */
  private static Optional<String> program(SimpleCommand command) {
    return command.is("sh", "bash")
        ? command.operands().stream()
            .findFirst()
            .map(word -> word.prefix().substring(word.prefix().lastIndexOf('/') + 1))
        : command.program();
  }

  /** Whether it asks Git for anything about the project itself. */
  boolean asksGit() {
    return commands.stream()
        .filter(command -> command.is("git"))
        .flatMap(command -> command.subcommand().stream())
        .anyMatch(verb -> !Set.of("clone", "config", "init", "ls-remote").contains(verb));
  }

  /** Whether a command names a file, in whatever folder. */
  boolean names(String file) {
    return commands.stream()
        .flatMap(command -> Stream.concat(command.words().stream(), redirected(command)))
        .map(word -> word.literal().orElse(""))
        .anyMatch(
            word -> word.equals(file) || word.endsWith("/" + file) || word.endsWith("=" + file));
  }

  private static Stream<io.github.dockeraudit.shell.Word> redirected(SimpleCommand command) {
    return command.redirections().stream().map(Redirection::target);
  }
}
