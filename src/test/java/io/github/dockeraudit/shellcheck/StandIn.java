package io.github.dockeraudit.shellcheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** A program in the place of ShellCheck, which notes how it was called and answers as told. */
final class StandIn {

  private final Path folder;
  private final Path program;

  /**
   * @param answer the commands that make its answer, after {@code --version} has been dealt with
   */
  StandIn(Path folder, String version, String answer) throws IOException {
    this.folder = folder;
    this.program = folder.resolve("stand-in");
    Files.writeString(
        program,
        """
        #!/bin/sh
        if [ "$1" = --version ]; then
          printf 'ShellCheck - shell script analysis tool\\nversion: %s\\n'
          exit 0
        fi
        echo "$@" >> '%s'
        pwd > '%s'
        %s
        """
            .formatted(version, calls(), folder.resolve("pwd"), answer));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  StandIn(Path folder, String answer) throws IOException {
    this(folder, "0.9.0", answer);
  }

  private Path calls() {
    return folder.resolve("calls");
  }

  Path program() {
    return program;
  }

  ShellCheck shellCheck() {
    return new ShellCheck(program, Duration.ofSeconds(20));
  }

  ShellCheck impatient() {
    return new ShellCheck(program, Duration.ofMillis(300));
  }

  /** The arguments of each call. */
  List<String> arguments() throws IOException {
    return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
  }

  /** The folder that it was called in last. */
  Path workingFolder() throws IOException {
    return Path.of(Files.readString(folder.resolve("pwd")).strip());
  }
}
