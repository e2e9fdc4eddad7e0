package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.Optional;

/** The numbers of users that go by a name. */
public final class UserNumber {

  private UserNumber() {}

  /**
   * The number of a user at a {@code USER}: that which the stage itself has given it, or which the
   * base image is known to have. Empty if it is not known, and for a user with a group.
   */
  public static Optional<String> of(String name, Stage stage, User at) {
    if (name.indexOf(':') >= 0) {
      return Optional.empty();
    }
    if (name.equals("root")) {
      return Optional.of("0");
    }
    return created(name, stage, at).or(() -> known(name, stage));
  }

  private static Optional<String> created(String name, Stage stage, User at) {
    return stage.ancestors().stream()
        .flatMap(below -> below.all(Run.class))
        .filter(run -> run.range().start() < at.range().start())
        .flatMap(run -> run.command().script().commands().stream())
        .map(SimpleCommand::unwrapped)
        .filter(command -> command.is("useradd", "adduser", "usermod"))
        .filter(command -> command.operands().stream().anyMatch(word -> word.is(name)))
        .flatMap(command -> command.flagValue("-u", "--uid").stream())
        .flatMap(word -> word.literal().stream())
        .filter(number -> number.chars().allMatch(c -> c >= '0' && c <= '9'))
        .findFirst();
  }

  private static Optional<String> known(String name, Stage stage) {
    return stage
        .root()
        .image()
        .flatMap(BaseImages::find)
        .flatMap(BaseImage::nonRootUser)
        .filter(user -> user.name().equals(name) && user.uid().isPresent())
        .map(user -> Integer.toString(user.uid().getAsInt()));
  }
}
