package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An install, and what it turns out to read and to make. */
final class Install {

  private final CopiedFiles files;
  private final SimpleCommand command;
  private final State state;
  private final Set<String> wanted;
  private final Map<String, String> made = new LinkedHashMap<>();
  private String folder;
  private String step;
  private boolean isSure = true;

  /**
   * @param command the install
   * @param folder where it runs
   * @param state what is in effect there
   * @param wanted takes the paths in the image of what it reads
   */
  Install(
      CopiedFiles files, SimpleCommand command, String folder, State state, Set<String> wanted) {
    this.files = files;
    this.command = command;
    this.folder = folder;
    this.state = state;
    this.wanted = wanted;
  }

  SimpleCommand command() {
    return command;
  }

  String program() {
    return command.program().orElse("");
  }

  State state() {
    return state;
  }

  /** The folder of the image in which it looks for its manifests. */
  String folder() {
    return folder;
  }

  /** Follows the first of these flags that is given to the folder that it names. */
  void followFlag(String... flags) throws ObstacleException {
    if (command.hasFlag(flags)) {
      String to = literal(command.flagValue(flags));
      folder = CopiedFiles.resolve(folder, to);
    }
  }

  /** The value of a flag that has to be known. */
  static String literal(Optional<Word> value) throws ObstacleException {
    return value
        .flatMap(Word::literal)
        .orElseThrow(
            () -> new ObstacleException("a path in the command is known only by the build"));
  }

  /** Whether an environment variable is set to something, by the file or for this command. */
  boolean hasVariable(String name) {
    return state.variable(name).text().filter(value -> !value.isEmpty()).isPresent()
        || command.assignments().stream().anyMatch(assignment -> assignment.name().equals(name));
  }

  String resolve(String path) {
    return CopiedFiles.resolve(folder, path);
  }

  boolean has(String path) {
    return files.hasFile(resolve(path));
  }

  boolean hasFolder(String path) {
    return files.hasFolder(resolve(path));
  }

  /** The files below a folder, relative to {@link #folder}. */
  List<String> filesBelow(String path) {
    return files.filesBelow(resolve(path)).stream()
        .map(file -> CopiedFiles.below(file, folder))
        .toList();
  }

  /** The text of a file that is there. */
  Source read(String path) throws ObstacleException {
    return files
        .text(resolve(path))
        .orElseThrow(() -> new ObstacleException("'%s' cannot be read".formatted(path)));
  }

  /** Says that it reads a file. */
  void wants(String path) throws ObstacleException {
    if (!has(path)) {
      throw new ObstacleException("no '%s' is copied to where the install runs".formatted(path));
    }
    wanted.add(resolve(path));
  }

  /** Says that it reads these files, if they are there. */
  void wantsIfThere(String... paths) {
    for (String path : paths) {
      if (has(path)) {
        wanted.add(resolve(path));
      }
    }
  }

  /** Says that it reads all of a folder, if that is there. */
  void wantsFolderIfThere(String path) {
    if (hasFolder(path)) {
      wanted.add(resolve(path));
    }
  }

  boolean isWanted(String path) {
    return wanted.contains(resolve(path));
  }

  /** Says that it makes a folder or file, which the sources must not bring too. */
  void makes(String path) {
    made.put(resolve(path), "");
  }

  /**
   * As {@link #makes(String)}.
   *
   * @param pattern the line of an ignore file that keeps it out
   */
  void makes(String path, String pattern) {
    made.put(resolve(path), pattern);
  }

  /** What it makes, with the pattern that keeps that out; empty for the path itself. */
  Map<String, String> made() {
    return made;
  }

  /**
   * Says that the install stays behind the sources, and that a command before them fetches what it
   * needs.
   */
  void isPreparedBy(String command) {
    this.step = command;
  }

  /** The command that fetches beforehand; empty if the install itself can come first. */
  Optional<String> step() {
    return Optional.ofNullable(step);
  }

  /** Says that it may turn out to need more. */
  void mayNeedMore() {
    isSure = false;
  }

  boolean isSure() {
    return isSure;
  }

  /**
   * Takes the files that the command names into account.
   *
   * @throws ObstacleException if it names a folder that is copied
   */
  void wantsWhatIsNamed() throws ObstacleException {
    for (Word argument : command.arguments()) {
      String text = argument.prefix();
      String value = text.startsWith("-") ? text.substring(text.indexOf('=') + 1) : text;
      boolean isPath = value.indexOf('/') >= 0 || value.indexOf('.') >= 0;
      if (!isPath || !argument.expansions().isEmpty()) {
        continue;
      }
      if (has(value)) {
        wants(value);
      } else if (hasFolder(value) && !resolve(value).equals(folder)) {
        throw new ObstacleException("the command reads '%s'".formatted(value));
      }
    }
  }

  /** The text of the nearest file of that name above the folder that it runs in. */
  Optional<Source> textAbove(String name) {
    return nearestAbove(name).flatMap(files::text);
  }

  /** The nearest file of that name above the folder that it runs in. */
  Optional<String> nearestAbove(String name) {
    String at = folder;
    while (at.contains("/") && !at.equals("/")) {
      String parent = Paths.parent(at);
      at = parent.isEmpty() ? "/" : parent;
      String path = CopiedFiles.resolve(at, name);
      if (files.hasFile(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }
}
