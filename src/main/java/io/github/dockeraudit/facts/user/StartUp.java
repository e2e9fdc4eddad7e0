package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Heredoc;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ContainerCommands;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptFile;
import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.Redirection;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the containers of an image begin with, and what the scripts do that are named there. */
final class StartUp {

  private static final Set<String> SHELLS = Set.of("sh", "ash", "bash", "dash", "ksh", "zsh");

  /**
   * One command.
   *
   * @param script the path of the script that it stands in; empty for the file itself
   */
  record Step(SimpleCommand command, String script) {

    /** The command seen through wrappers. */
    SimpleCommand program() {
      return command.unwrapped();
    }

    /** What a message adds to say where it stands. */
    String place() {
      return script.isEmpty() ? "" : " in " + script;
    }
  }

  private final Stage image;
  private final Project project;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private StartUp(Stage image, Project project) {
    this.image = image;
    this.project = project;
  }

  static StartUp of(Stage image, Project project) {
    StartUp startUp = new StartUp(image, project);
    startUp.add(ContainerCommands.of(image, project).toList(), "");
    return startUp;
  }

  /** The commands, those of scripts included. */
  List<Step> steps() {
    return steps;
  }

  /** The scripts that are named and not to be found. */
  List<String> unknownScripts() {
    return unknown;
  }

  private void add(List<SimpleCommand> commands, String script) {
    for (SimpleCommand command : commands) {
      steps.add(new Step(command, script));
      scriptOf(command.unwrapped()).filter(seen::add).ifPresent(this::addScript);
    }
  }

  private static Optional<String> scriptOf(SimpleCommand command) {
    boolean isShell =
        command.program().filter(SHELLS::contains).isPresent() || command.is(".", "source");
    Optional<Word> named = isShell ? command.operands().stream().findFirst() : command.name();
    return named
        .filter(word -> !isShell || command.script().isEmpty())
        .flatMap(Word::literal)
        .filter(name -> !name.isEmpty());
  }

  private void addScript(String name) {
    List<ScriptFile> files =
        project.scripts().stream().filter(file -> isCalled(file.path(), name)).toList();
    Optional<Script> written = files.isEmpty() ? written(name) : Optional.empty();
    for (ScriptFile file : files) {
      add(file.script().commands(), file.path());
    }
    written.ifPresent(script -> add(script.commands(), name));
    if (files.isEmpty() && written.isEmpty() && isScript(name)) {
      unknown.add(name);
    }
  }

  private static boolean isCalled(String path, String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return path.equals(last) || path.endsWith("/" + last);
  }

  private static boolean isScript(String name) {
    return name.endsWith(".sh") || name.endsWith(".bash") || name.contains("entrypoint");
  }

  /** The script that the file itself writes to that path. */
  private Optional<Script> written(String path) {
    Layers layers = Layers.of(List.of(image));
    String text =
        Stream.concat(
                layers.all(Copy.class).flatMap(copy -> heredocs(copy, path)),
                layers.steps().flatMap(step -> output(step.command(), path)))
            .collect(Collectors.joining());
    return text.isEmpty() ? Optional.empty() : Optional.of(parse(path, text));
  }

  private static Stream<String> heredocs(Copy copy, String path) {
    boolean isThere = copy.destination().literal().filter(to -> isCalled(to, path)).isPresent();
    return copy.heredocs().stream()
        .filter(heredoc -> isThere || heredoc.name().equals(path))
        .map(Heredoc::content)
        .map(MappedText::text);
  }

  /** What a command writes to a file, as far as it shows. */
  private static Stream<String> output(SimpleCommand command, String path) {
    boolean writes =
        command.redirections().stream()
            .filter(redirection -> redirection.operator().writes())
            .anyMatch(
                redirection -> redirection.target().literal().filter(path::equals).isPresent());
    if (!writes) {
      return Stream.empty();
    }
    if (command.is("echo", "printf")) {
      return Stream.of(
          command.operands().stream()
                  .map(Word::prefix)
                  .collect(Collectors.joining(" "))
                  .replace("\\n", "\n")
              + "\n");
    }
    return command.redirections().stream().flatMap(StartUp::body);
  }

  private static Stream<String> body(Redirection redirection) {
    return redirection.body().map(Word::prefix).stream();
  }

  private static Script parse(String path, String text) {
    return Script.parse(
        MappedText.of(Source.of(path, text).range()),
        Dialect.ofShebang(text).orElse(Dialect.POSIX));
  }
}
