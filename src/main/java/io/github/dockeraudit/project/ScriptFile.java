package io.github.dockeraudit.project;

import io.github.dockeraudit.shell.Dialect;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import java.util.Arrays;

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
    return switch (interpreter()) {
      case "", "sh", "dash", "ash" -> Dialect.POSIX;
      case "bash", "ksh", "zsh" -> Dialect.BASH;
      default -> Dialect.OPAQUE;
    };
  }

  /** The program without its folder; empty text without one. */
  private String interpreter() {
    if (!hasInterpreter()) {
      return "";
    }
    String[] words = source.line(1).text().substring(2).strip().split("[ \\t]+");
    String program = Paths.name(words[0]);
    return program.equals("env")
        ? Arrays.stream(words)
            .skip(1)
            .filter(word -> !word.startsWith("-") && word.indexOf('=') < 0)
            .findFirst()
            .orElse(program)
        : program;
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
