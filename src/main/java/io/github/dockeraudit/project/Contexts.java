package io.github.dockeraudit.project;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.project.FileTree.Entry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The build contexts of a project, and which one a Dockerfile is likely made for. */
final class Contexts {

  private final FileTree tree;
  private final Map<String, IgnoreFile> ignoreFiles;

  /**
   * @param ignoreFiles by path
   */
  Contexts(FileTree tree, Map<String, IgnoreFile> ignoreFiles) {
    this.tree = tree;
    this.ignoreFiles = ignoreFiles;
  }

  /** A build with that Dockerfile in that folder. */
  BuildContext of(String folder, String dockerfile) {
    return new BuildContext(folder, tree, ignoreFile(folder, dockerfile));
  }

  /** The ignore file of such a build. */
  Optional<IgnoreFile> ignoreFile(String folder, String dockerfile) {
    return ignorePaths(folder, dockerfile)
        .flatMap(path -> Optional.ofNullable(ignoreFiles.get(path)).stream())
        .findFirst();
  }

  /**
   * Where the ignore file of a build may be, the one that wins first. Podman looks for {@code
   * .containerignore} too.
   */
  static Stream<String> ignorePaths(String folder, String dockerfile) {
    Stream<String> ofDocker =
        Stream.of(dockerfile + ".dockerignore", Paths.child(folder, ".dockerignore"));
    return Paths.name(dockerfile).contains("ontainerfile")
        ? Stream.concat(Stream.of(Paths.child(folder, ".containerignore")), ofDocker)
        : ofDocker;
  }

  /**
   * The folder that a Dockerfile is built in, of which nobody says so: its own folder or the next
   * one above that has all that the Dockerfile copies. Where nothing tells one folder from another,
   * as with {@code COPY . .}, it is the next one that holds more than what images are made with.
   * Empty if no folder fits.
   */
  Optional<BuildContext> guess(Dockerfile file) {
    String path = file.source().path();
    List<String> copied = sources(file).toList();
    if (copied.isEmpty()) {
      return Optional.of(of(Paths.parent(path), path));
    }
    if (tree.isEmpty()) {
      return Optional.of(of(".", path));
    }
    List<String> telling = copied.stream().filter(Contexts::isTelling).toList();
    List<Evidence> evidence =
        foldersAbove(path).map(folder -> new Evidence(folder, telling)).toList();
    return evidence.stream()
        .filter(one -> one.present > 0 && one.missing == 0)
        .findFirst()
        .or(
            () ->
                evidence.stream().filter(one -> one.missing == 0 && one.holdsSources()).findFirst())
        .or(() -> onlyOneWithAny(evidence))
        .map(one -> of(one.folder, path));
  }

  private static Optional<Evidence> onlyOneWithAny(List<Evidence> evidence) {
    List<Evidence> withAny = evidence.stream().filter(one -> one.present > 0).toList();
    return withAny.size() == 1 ? Optional.of(withAny.get(0)) : Optional.empty();
  }

  private static Stream<String> foldersAbove(String path) {
    return Stream.iterate(
        Paths.parent(path),
        Objects::nonNull,
        folder -> folder.equals(".") ? null : Paths.parent(folder));
  }

  private static boolean isMadeForImages(String name) {
    return FileNames.isDockerfile(name)
        || FileNames.isCompose(name)
        || FileNames.isScript(name)
        || FileNames.isEnv(name)
        || List.of("ignore", ".conf", ".cnf", ".ini", ".md").stream().anyMatch(name::endsWith);
  }

  /** How many of the sources that a Dockerfile copies are in a folder. */
  private final class Evidence {

    private final String folder;
    private int present;
    private int missing;

    Evidence(String folder, List<String> sources) {
      this.folder = folder;
      sources.forEach(this::weigh);
    }

    private void weigh(String source) {
      Entry entry = tree.find(folder, source);
      present += entry == Entry.FILE || entry == Entry.FOLDER ? 1 : 0;
      missing += entry == Entry.MISSING ? 1 : 0;
    }

    /** Whether there is something to copy other than Dockerfiles and what goes with them. */
    boolean holdsSources() {
      return folder.equals(".")
          || tree.entries(folder).stream()
              .anyMatch(path -> tree.isFile(path) && !isMadeForImages(Paths.name(path)));
    }
  }

  /** What a Dockerfile copies from its context. */
  private static Stream<String> sources(Dockerfile file) {
    Stream<Word> copied =
        file.all(Copy.class)
            .filter(copy -> !copy.hasFlag("from"))
            .flatMap(copy -> copy.sources().stream());
    Stream<Word> added = file.all(Add.class).flatMap(add -> add.sources().stream());
    return Stream.concat(copied, added)
        .flatMap(word -> word.literal().stream())
        .filter(source -> !Add.isRemote(source));
  }

  /** Whether folders can be told apart by what they have of this source. */
  private static boolean isTelling(String source) {
    return !source.equals("*") && !Paths.inContext(source).equals(".");
  }
}
