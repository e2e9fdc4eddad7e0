package io.github.dockeraudit.project;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;

/**
 * A command that the project offers to its developers.
 *
 * @param tool what it is given to
 * @param name its name, as in {@code make NAME}
 * @param range the name where it is defined
 * @param body what it runs, as written: indented lines, or the value in YAML or JSON; an empty
 *     range if it only stands for others
 */
public record DeveloperCommand(Tool tool, String name, SourceRange range, SourceRange body)
    implements Located {

  /** What developers type before the name of a command. */
  public enum Tool {
    /** A target of {@code GNUmakefile}, {@code makefile} or {@code Makefile}. */
    MAKE("make"),
    /** A recipe of a {@code justfile}. */
    JUST("just"),
    /** A task of {@code Taskfile.yml}. */
    TASK("task"),
    /** A script of {@code package.json}. */
    NPM("npm run"),
    /** The Maven wrapper, whose name stands for all phases and goals. */
    MAVEN_WRAPPER(".");

    private final String prefix;

    Tool(String prefix) {
      this.prefix = prefix;
    }

    /** The word or words typed before the name. */
    public String prefix() {
      return prefix;
    }
  }

  public DeveloperCommand {
    requireNonNull(tool);
    requireNonNull(name);
    requireNonNull(range);
    requireNonNull(body);
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return tool == Tool.MAVEN_WRAPPER ? "./" + name : tool.prefix + " " + name;
  }
}
