package io.github.dockeraudit.project;

import io.github.dockeraudit.project.FileTree.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The folder that a build sees, and what its ignore file leaves of it.
 *
 * <p>Sources and paths are those of {@code COPY}: relative to the context, never above it.
 */
public final class BuildContext {

  private final String folder;
  private final FileTree tree;

  /** Null for none. */
  private final IgnoreFile ignoreFile;

  BuildContext(String folder, FileTree tree, Optional<IgnoreFile> ignoreFile) {
    this.folder = folder;
    this.tree = tree;
    this.ignoreFile = ignoreFile.orElse(null);
  }

  /** The same folder as a build would see it with another ignore file. */
  public BuildContext with(IgnoreFile other) {
    return new BuildContext(folder, tree, Optional.of(other));
  }

  /** The folder, relative to the project's; {@code .} for that one itself. */
  public String folder() {
    return folder;
  }

  /** The ignore file that applies; empty if there is none. */
  public Optional<IgnoreFile> ignoreFile() {
    return Optional.ofNullable(ignoreFile);
  }

  /**
   * What there is in the folder at the paths that a source names, whether or not it is ignored.
   *
   * @param source with or without wild cards, variables filled in
   */
  public Entry find(String source) {
    return tree.find(folder, source);
  }

  /** Whether a file or folder is there and gets into the build. */
  public boolean holds(String path) {
    Entry entry = tree.at(Paths.child(folder, Paths.inContext(path)));
    return (entry == Entry.FILE || entry == Entry.FOLDER)
        && ignoreFile().stream().noneMatch(ignore -> ignore.excludes(path));
  }

  /**
   * The line of the ignore file that keeps out of the build all that a source names; empty if some
   * of it may get in, and when in doubt.
   *
   * @param source with or without wild cards, variables filled in
   */
  public Optional<IgnorePattern> ignoring(String source) {
    return ignoreFile().flatMap(ignore -> ignoring(ignore, Paths.inContext(source)));
  }

  private Optional<IgnorePattern> ignoring(IgnoreFile ignore, String source) {
    if (GlobSyntax.isWild(source)) {
      return ignoringWild(ignore, source);
    }
    if (find(source) == Entry.FILE) {
      return excluding(ignore, source);
    }
    return ignore.excludingAllBelow(source);
  }

  private Optional<IgnorePattern> ignoringWild(IgnoreFile ignore, String source) {
    Optional<IgnorePattern> above = ignore.excludingAllBelow(folderBeforeWild(source));
    if (above.isPresent()) {
      return above;
    }
    List<String> named = tree.matching(folder, source).stream().map(this::inContext).toList();
    boolean allOut = named.stream().allMatch(path -> ignoring(ignore, path).isPresent());
    return named.stream()
        .findFirst()
        .filter(path -> allOut)
        .flatMap(path -> ignoring(ignore, path));
  }

  private static String folderBeforeWild(String source) {
    String folder = source;
    while (GlobSyntax.isWild(folder)) {
      folder = Paths.parent(folder);
    }
    return folder;
  }

  private String inContext(String path) {
    return folder.equals(".") ? path : path.substring(folder.length() + 1);
  }

  private static Optional<IgnorePattern> excluding(IgnoreFile ignore, String path) {
    return ignore.decisive(path).filter(Predicate.not(IgnorePattern::isException));
  }

  /** The folder. */
  @Override
  public String toString() {
    return folder;
  }
}
