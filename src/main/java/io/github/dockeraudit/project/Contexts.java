package io.github.dockeraudit.project;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.project.FileTree.Entry;
import java.util.List;
import java.util.Map;
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
   * The folder that a Dockerfile is built in, of which nobody says so: its own folder or that of
   * the project, whichever has what it copies. If both have, it is its own; empty if neither does.
   */
  Optional<BuildContext> guess(Dockerfile file) {
    String path = file.source().path();
    Evidence own = new Evidence(Paths.parent(path), file);
    Evidence root = new Evidence(".", file);
    if (own.folder.equals(".") || own.isConfirmed()) {
      return Optional.of(of(own.folder, path));
    }
    if (root.isConfirmed()
        || root.missing == 0 && (own.missing > 0 || holdsOnlyDocker(own.folder))) {
      return Optional.of(of(".", path));
    }
    if (own.missing == 0 || own.present > 0 && root.present == 0) {
      return Optional.of(of(own.folder, path));
    }
    return root.present > 0 && own.present == 0 ? Optional.of(of(".", path)) : Optional.empty();
  }

  /** Whether the folder is one for Dockerfiles and what goes with them, apart from the sources. */
  private boolean holdsOnlyDocker(String folder) {
    return tree.entries(folder).stream()
        .allMatch(path -> tree.isFile(path) && isMadeForImages(Paths.name(path)));
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

    Evidence(String folder, Dockerfile file) {
      this.folder = folder;
      sources(file).forEach(this::weigh);
    }

    private void weigh(String source) {
      Entry entry = tree.at(folder, source);
      present += entry == Entry.FILE || entry == Entry.FOLDER ? 1 : 0;
      missing += entry == Entry.MISSING ? 1 : 0;
    }

    boolean isConfirmed() {
      return present > 0 && missing == 0;
    }
  }

  /** What a Dockerfile copies from its context, if a folder can be told by it. */
  private static Stream<String> sources(Dockerfile file) {
    Stream<Word> copied =
        file.all(Copy.class)
            .filter(copy -> !copy.hasFlag("from"))
            .flatMap(copy -> copy.sources().stream());
    Stream<Word> added = file.all(Add.class).flatMap(add -> add.sources().stream());
    return Stream.concat(copied, added)
        .flatMap(word -> word.literal().stream())
        .filter(source -> !isRemote(source) && !Paths.inContext(source).equals("."))
        .filter(source -> !source.equals("*"));
  }

  private static boolean isRemote(String source) {
    return source.contains("://") || source.startsWith("git@");
  }
}
