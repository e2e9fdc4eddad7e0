package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Heredoc;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ContainerCommands;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.FileTree;
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

  /** Scripts of base images that go without root. */
  private static final Set<String> OF_IMAGES =
      Set.of("__cacert_entrypoint.sh", "catalina.sh", "docker-php-entrypoint", "rails", "artisan");

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
    return path.equals(last(name)) || path.endsWith("/" + last(name));
  }

  private boolean isScript(String name) {
    return !OF_IMAGES.contains(last(name)) && (looksLikeScript(name) || isKept(name));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether the project holds the program: what is compiled is seldom kept, scripts are. */
  private boolean isKept(String name) {
    return last(name).indexOf('.') < 0
        && project.dockerfile(image.range().source().path()).stream()
            .flatMap(file -> project.contexts(file).stream())
            .anyMatch(context -> sources(name).anyMatch(path -> isFile(context, path)));
  }

  private static boolean isFile(BuildContext context, String path) {
    return context.find(path) == FileTree.Entry.FILE;
  }

  /** Where in the build context a program may come from. */
  private Stream<String> sources(String name) {
    Layers layers = Layers.of(List.of(image));
    List<ContextCopy> copies =
        layers.all().flatMap(instruction -> ContextCopy.of(instruction).stream()).toList();
    Stream<String> named =
        copies.stream()
            .flatMap(copy -> copy.sources().stream())
            .map(source -> source.text())
            .filter(path -> last(path).equals(last(name)));
    boolean all = copies.stream().anyMatch(copy -> copy.wholeContext().isPresent());
    return all && name.startsWith("./") ? Stream.concat(named, Stream.of(name)) : named;
  }

  private static boolean looksLikeScript(String name) {
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
