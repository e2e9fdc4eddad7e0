package io.github.dockeraudit.project;

import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;

/** A shell script of the project. */
public final class ScriptFile {

  private final Source source;
  private final boolean executable;

  /** Parsed on first use; a race only parses it twice. */
  private Script script;

  /**
   * @param executable as in {@link #isExecutable}
   */
  ScriptFile(Source source, boolean executable) {
    this.source = source;
    this.executable = executable;
  }

  /** The path relative to the project's folder. */
  public String path() {
    return source.path();
  }

  /** The text. */
  public Source source() {
    return source;
  }

  /**
   * Whether someone may execute the file; true too where the file system knows no such permission.
   */
  public boolean isExecutable() {
    return executable;
  }

  /** Whether the first line names the program that runs the script. */
  public boolean hasInterpreter() {
    return source.text().startsWith("#!");
  }

  /** The language, by the program that the first line names; POSIX without one. */
  public Dialect dialect() {
    return Dialect.ofShebang(source.text()).orElse(Dialect.POSIX);
  }

  /** The commands of the script. */
  public Script script() {
    Script parsed = script;
    if (parsed == null) {
      parsed = Script.parse(MappedText.of(source.range()), dialect());
      script = parsed;
    }
    return parsed;
  }

  @Override
  public String toString() {
    return path();
  }
}
