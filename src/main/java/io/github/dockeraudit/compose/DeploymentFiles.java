package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Source;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a deployment is made of: each is read once, and none outside the project. */
final class DeploymentFiles {

  /** Most files that one deployment may be made of. */
  private static final int MOST_FILES = 500;

  private final ComposeFiles files;
  private final Problems problems;
  private final Map<String, Optional<ComposeFile>> byPath = new LinkedHashMap<>();
  private final Map<String, Optional<Environment>> variables = new HashMap<>();
  private final Map<Source, String> folders = new HashMap<>();
  private boolean complete = true;

  DeploymentFiles(ComposeFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /** Takes a file that is given, whose paths are relative to {@code folder}. */
  void take(ComposeFile file, String folder) {
    register(file, folder);
    byPath.put(file.source().path(), Optional.of(file));
  }

  /** Reads a compose file that another one names, and reports if there is none. */
  Optional<ComposeFile> read(Scalar name, String path, String folder) {
    Optional<ComposeFile> known = byPath.get(path);
    if (known != null) {
      return known;
    }
    if (byPath.size() >= MOST_FILES) {
      problems.report(name, "More than %s files; include fewer".formatted(MOST_FILES));
      return Optional.empty();
    }
    Optional<Source> source = path.isEmpty() ? Optional.empty() : files.read(path);
    Optional<ComposeFile> read = source.map(files::parsed);
    read.ifPresent(file -> register(file, folder));
    byPath.put(path, read);
    if (read.isEmpty()) {
      problems.report(name, "There is no file '%s'; correct the path".formatted(path));
    }
    return read;
  }

  /** Reads a file of variables; empty if there is none. */
  Optional<Environment> readVariables(String path) {
    return variables.computeIfAbsent(path, file -> files.read(file).map(Environment::parse));
  }

  /**
   * The path of a file that a value names, relative to the project's folder; reports if it leads
   * out of it.
   */
  Optional<String> pathOf(Scalar name, String folder) {
    Optional<String> path = Paths.resolve(folder, name.text());
    if (path.isEmpty()) {
      problems.report(
          name, "'%s' leads out of the project; keep the file inside it".formatted(name.text()));
    }
    return path;
  }

  /** All compose files in the order in which they were read. */
  List<ComposeFile> filesRead() {
    return byPath.values().stream().flatMap(Optional::stream).toList();
  }

  /** The folder that the paths in each file are relative to. */
  Map<Source, String> folders() {
    return folders;
  }

  /** Whether all that was read is valid YAML, so that nothing of the model is missing. */
  boolean isComplete() {
    return complete;
  }

  private void register(ComposeFile file, String folder) {
    folders.put(file.source(), folder);
    complete &= file.yaml().problems().isEmpty();
    file.yaml().problems().forEach(problem -> problems.report(problem.range(), problem.message()));
  }
}
