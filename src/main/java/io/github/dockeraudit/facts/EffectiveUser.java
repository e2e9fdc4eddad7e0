package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Fact;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The user that the containers of a stage run as: set by a {@code USER} of the stage or of one that
 * it builds on, else by the base image.
 */
public final class EffectiveUser {

  /** What decides who the user is. */
  public enum Origin {
    /** A {@code USER}, see {@link #instruction}. */
    INSTRUCTION,
    /** The base image, or that there is none. */
    BASE_IMAGE,
    /** Nothing that is known. */
    UNKNOWN
  }

  /** Programs that go on as another user. */
  private static final Set<String> STEPS_DOWN =
      Set.of("chpst", "gosu", "runuser", "s6-setuidgid", "setpriv", "setuidgid", "su", "su-exec");

  /** What the entry points of base images step down for, and run anything else as they are. */
  private static final Set<String> DAEMONS =
      Set.of(
          "cassandra",
          "consul",
          "couchdb",
          "influxd",
          "mariadbd",
          "mongod",
          "mongos",
          "mysqld",
          "neo4j",
          "postgres",
          "rabbitmq-server",
          "redis-sentinel",
          "redis-server",
          "valkey-server",
          "vault",
          "zkServer.sh");

  private static final Fact<Stage, EffectiveUser> OF_STAGE = Fact.of(EffectiveUser::find);

  private final Origin origin;
  private final String name;
  private final User instruction;
  private final Answer startsAsRoot;
  private final Answer isRoot;
  private final boolean stepsDown;

  private EffectiveUser(
      Origin origin,
      String name,
      User instruction,
      Answer startsAsRoot,
      Answer isRoot,
      boolean stepsDown) {
    this.origin = origin;
    this.name = name;
    this.instruction = instruction;
    this.startsAsRoot = startsAsRoot;
    this.isRoot = isRoot;
    this.stepsDown = stepsDown;
  }

  /** The user at the end of a stage. */
  public static EffectiveUser of(Stage stage) {
    return OF_STAGE.about(stage);
  }

  private static EffectiveUser find(Stage stage) {
    State state = stage.finalState();
    Stage first = stage.root();
    Optional<BaseImage> base = first.image().flatMap(BaseImages::find);
    Optional<User> instruction = state.userInstruction();
    Optional<String> name =
        instruction.isPresent()
            ? state.user().text().filter(text -> !text.isEmpty())
            : first.isScratch() ? Optional.of("root") : base.flatMap(BaseImage::defaultUser);
    Answer startsAsRoot = name.map(user -> Answer.of(isRoot(user))).orElse(Answer.UNKNOWN);
    Origin origin =
        instruction.isPresent()
            ? Origin.INSTRUCTION
            : name.isPresent() ? Origin.BASE_IMAGE : Origin.UNKNOWN;
    return new EffectiveUser(
        origin,
        name.orElse(""),
        instruction.orElse(null),
        startsAsRoot,
        startsAsRoot == Answer.YES ? staysRoot(state, base) : startsAsRoot,
        stepsDown(state));
  }

  /**
   * Whether a user as {@code USER} and compose's {@code user} have it is root in any spelling:
   * {@code root}, {@code 0}, {@code root:app}, {@code 0:1000}; or empty, which means root.
   */
  public static boolean isRoot(String user) {
    int colon = user.indexOf(':');
    String name = colon < 0 ? user : user.substring(0, colon);
    return name.equals("root")
        || name.equalsIgnoreCase("ContainerAdministrator")
        || name.chars().allMatch(c -> c == '0');
  }

  private static Answer staysRoot(State state, Optional<BaseImage> base) {
    if (stepsDown(state)) {
      return Answer.UNKNOWN;
    }
    boolean drops = base.filter(image -> image.dropsPrivileges() == Answer.YES).isPresent();
    if (!drops || state.entrypoint().isPresent()) {
      return Answer.YES;
    }
    return state.cmd().map(cmd -> isDaemon(cmd.command())).orElse(true)
        ? Answer.NO
        : Answer.UNKNOWN;
  }

  /** What a container starts in the end, or before, goes on as another user, who may be anyone. */
  private static boolean stepsDown(State state) {
    return Stream.concat(
            state.entrypoint().map(Entrypoint::command).stream(),
            state.cmd().map(Cmd::command).stream())
        .flatMap(command -> command.script().commands().stream())
        .anyMatch(EffectiveUser::stepsDown);
  }

  /** Whether a command goes on as another user. */
  static boolean stepsDown(SimpleCommand command) {
    return command.wrappers().stream().anyMatch(STEPS_DOWN::contains)
        || command.program().filter(STEPS_DOWN::contains).isPresent();
  }

  /** Flags alone are for the daemon too. */
  private static boolean isDaemon(Command command) {
    return command.isExec()
        && command.words().stream()
            .findFirst()
            .flatMap(word -> word.literal())
            .filter(word -> word.startsWith("-") || DAEMONS.contains(word))
            .isPresent();
  }

  /** What decides who the user is. */
  public Origin origin() {
    return origin;
  }

  /** The user that the container starts as, as {@code USER} has it; empty if that is not known. */
  public Optional<String> name() {
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** The {@code USER} in effect; empty if none has been given. */
  public Optional<User> instruction() {
    return Optional.ofNullable(instruction);
  }

  /** Whether the container starts as root. */
  public Answer startsAsRoot() {
    return startsAsRoot;
  }

  /**
   * Whether the service runs as root: it starts so, and neither the entry point of the base image
   * nor a program in that of the stage steps down.
   */
  public Answer isRoot() {
    return isRoot;
  }

  /** Whether ENTRYPOINT or CMD itself has a program that goes on as another user. */
  public boolean stepsDown() {
    return stepsDown;
  }
}
