package io.github.dockeraudit.shellcheck;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;

/** The ShellCheck of this machine. */
final class Installed {

  private Installed() {}

  /** One that has not reviewed anything; a test without it is skipped. */
  static ShellCheck shellCheck() {
    Optional<Program> program = Program.find("", System.getenv("PATH"));
    assumeThat(program).as("shellcheck on the PATH").isPresent();
    return new ShellCheck(program.get());
  }
}
