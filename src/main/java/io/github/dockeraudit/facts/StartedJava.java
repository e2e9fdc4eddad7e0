package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.Set;

/** Images that start Java, and the commands that build what it starts. */
public final class StartedJava {

  private static final Set<String> PACKAGING =
      Set.of("package", "verify", "install", "build", "bootJar", "shadowJar", "assemble", "jar");

  private StartedJava() {}

  /** Whether all that a container of an image starts is Java, and no build tool. */
  public static boolean is(Stage image) {
    return JvmOption.started(image).stream()
        .map(SimpleCommand::unwrapped)
        .anyMatch(command -> command.is("java"));
  }

  /** Whether a call of a build tool makes an application. */
  public static boolean packages(SimpleCommand command) {
    return command.operands().stream()
        .flatMap(word -> word.literal().stream())
        .anyMatch(PACKAGING::contains);
  }
}
