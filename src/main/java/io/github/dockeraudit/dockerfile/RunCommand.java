package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;

/**
 * A command among those of a RUN.
 *
 * @param run the RUN, which may stand in an ONBUILD
 * @param written the command with its wrappers, such as {@code sudo make}
 * @param command what it runs in the end, such as {@code make}
 */
public record RunCommand(Run run, SimpleCommand written, SimpleCommand command) {

  /** The word that names what is run; call only where a program is known. */
  public Word name() {
    return command.name().orElseThrow();
  }
}
