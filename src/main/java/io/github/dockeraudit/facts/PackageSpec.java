package io.github.dockeraudit.facts;

import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;

/** One word that tells a package manager what to install, with the version that it asks for. */
public final class PackageSpec implements Located {

  /** What a word stands for. */
  public enum Kind {
    /** A package, by its name. */
    PACKAGE,
    /** Several packages under one name, such as {@code @development-tools}. */
    GROUP,
    /** A file, a folder or a URL. */
    FILE,
    /** A repository of sources, by its address. */
    REPOSITORY,
    /** A package that must not be there, such as {@code curl-} for apt. */
    EXCLUDED,
    /** A name that only the build knows, as it holds a variable. */
    UNKNOWN
  }

  /** How narrow the version is that a word asks for. */
  public enum Pin {
    /** One version. */
    EXACT,
    /** Some of several: a range, a pattern, {@code latest}, a release of the distribution. */
    RANGE,
    /** Any version. */
    NONE,
    /** A variable decides. */
    UNKNOWN
  }

  private final Word word;
  private final Kind kind;
  private final String name;
  private final String version;
  private final Pin pin;

  private PackageSpec(Word word, SpecText text) {
    this.word = word;
    this.kind = text.kind();
    this.name = text.name();
    this.version = text.version();
    this.pin = text.pin();
  }

  /** What a word means to a package manager, in a command with flags that may give the version. */
  static PackageSpec of(
      PackageManager manager, Word word, SimpleCommand command, String subcommand) {
    return new PackageSpec(word, SpecText.read(manager, SpecText.of(word), command, subcommand));
  }

  /** The word. */
  public Word word() {
    return word;
  }

  @Override
  public SourceRange range() {
    return word.range();
  }

  /** What the word stands for. */
  public Kind kind() {
    return kind;
  }

  /** The name without version; empty for {@link Kind#FILE} and {@link Kind#UNKNOWN}. */
  public Optional<String> name() {
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** The version as written; empty if none is, and if it holds a variable. */
  public Optional<String> version() {
    return version.isEmpty() ? Optional.empty() : Optional.of(version);
  }

  /** How narrow the version is; {@link Pin#NONE} for what has no version, such as a folder. */
  public Pin pin() {
    return pin;
  }

  /** Whether it is a package, by its name or repository, for which any version will do. */
  public boolean isUnpinned() {
    return (kind == Kind.PACKAGE || kind == Kind.REPOSITORY) && pin == Pin.NONE;
  }

  /**
   * Whether no version is written down, though what a variable holds may name one: {@code
   * $PACKAGES} or {@code name-$SUFFIX}.
   *
   * @param isPathToo whether that holds for a path too: {@code $FOLDER/name}
   */
  public boolean isWithoutVersion(boolean isPathToo) {
    String marks = isPathToo ? "=@<>" : "=@<>/";
    return kind == Kind.UNKNOWN && word.raw().chars().noneMatch(c -> marks.indexOf(c) >= 0);
  }

  @Override
  public String toString() {
    return word.toString();
  }
}
