package io.github.dockeraudit.project;

import io.github.dockeraudit.disk.FileType;
import io.github.dockeraudit.project.FileProblem.Kind;
import io.github.dockeraudit.project.TreeWalk.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Sorts out by name which of the files that a walk comes by may matter. */
final class Found {

  private final PathPatterns includes;
  private final PathPatterns excludes;
  private final SortedSet<String> dockerfiles = new TreeSet<>();
  private final SortedSet<String> composeFiles = new TreeSet<>();
  private final SortedSet<String> ignoreFiles = new TreeSet<>();
  private final SortedSet<String> envFiles = new TreeSet<>();
  private final SortedSet<String> scripts = new TreeSet<>();
  private final SortedSet<String> links = new TreeSet<>();
  private final List<FileProblem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param includes patterns of files to take besides those that are known by name
   * @param excludes patterns of files to leave out
   */
  Found(PathPatterns includes, PathPatterns excludes) {
    this.includes = includes;
    this.excludes = excludes;
  }

  /** What was found, and a file besides. */
  Found with(String path) {
    Found more = new Found(includes, excludes);
    more.dockerfiles.addAll(dockerfiles);
    more.composeFiles.addAll(composeFiles);
    more.ignoreFiles.addAll(ignoreFiles);
    more.envFiles.addAll(envFiles);
    more.scripts.addAll(scripts);
    more.links.addAll(links);
    more.problems.addAll(problems);
    more.notes.addAll(notes);
    more.add(new Seen(path, FileType.FILE));
    return more;
  }

  /** Takes notice of an entry. */
  void add(Seen entry) {
    String name = Paths.name(entry.path());
    if (entry.type() == FileType.FOLDER && !FileNames.isUnmistakable(name)) {
      return;
    }
    if (FileNames.isDockerfileTemplate(name)) {
      notes.add(entry.path() + " is a template of a Dockerfile and is not audited");
    }
    kind(entry.path(), name)
        .filter(kind -> isWanted(entry.path()))
        .ifPresent(kind -> add(entry, kind));
  }

  private void add(Seen entry, SortedSet<String> kind) {
    if (entry.type() == FileType.NAMELESS) {
      problems.add(FileProblem.of(entry.path(), Kind.NAME, DiskFiles.nameMessage()));
      return;
    }
    kind.add(entry.path());
    if (entry.type() == FileType.LINK) {
      links.add(entry.path());
    }
  }

  /** The set that a file belongs to; empty if it does not matter. */
  private Optional<SortedSet<String>> kind(String path, String name) {
    if (name.endsWith(".dockerignore") || name.equals(".containerignore")) {
      return Optional.of(ignoreFiles);
    }
    if (FileNames.isDockerfile(name)) {
      return Optional.of(dockerfiles);
    }
    if (FileNames.isCompose(name) || isInComposeFolder(path, name)) {
      return Optional.of(composeFiles);
    }
    if (isIncluded(path)) {
      boolean isCompose = FileNames.isYaml(name) || name.contains("compose");
      return Optional.of(isCompose ? composeFiles : dockerfiles);
    }
    if (FileNames.isEnv(name)) {
      return Optional.of(envFiles);
    }
    return FileNames.isScript(name) ? Optional.of(scripts) : Optional.empty();
  }

  private static boolean isInComposeFolder(String path, String name) {
    return FileNames.isYaml(name) && FileNames.isComposeFolder(Paths.name(Paths.parent(path)));
  }

  /** Whether a pattern of the settings names the file. */
  boolean isIncluded(String path) {
    return includes.name(path);
  }

  /** Whether no pattern of the settings leaves the file out. */
  boolean isWanted(String path) {
    return !excludes.cover(path);
  }

  /** Whether the entry is a link. */
  boolean isLink(String path) {
    return links.contains(path);
  }

  /** Whether there is nothing to audit. */
  boolean isEmpty() {
    return dockerfiles.isEmpty() && composeFiles.isEmpty() && problems.isEmpty();
  }

  SortedSet<String> dockerfiles() {
    return dockerfiles;
  }

  SortedSet<String> composeFiles() {
    return composeFiles;
  }

  SortedSet<String> ignoreFiles() {
    return ignoreFiles;
  }

  SortedSet<String> envFiles() {
    return envFiles;
  }

  SortedSet<String> scripts() {
    return scripts;
  }

  List<FileProblem> problems() {
    return problems;
  }

  List<String> notes() {
    return notes;
  }
}
