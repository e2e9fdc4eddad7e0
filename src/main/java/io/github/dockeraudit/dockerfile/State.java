package io.github.dockeraudit.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * What the instructions up to some place of a stage have set, those of the stages that it builds on
 * included.
 */
public final class State implements Scope {

  /** The user; unset if no USER has been given, so that the base image decides. */
  public Value user() {
    return Value.unset();
  }

  /** The instruction that set the user; empty if none did. */
  public Optional<User> userInstruction() {
    return Optional.empty();
  }

  /**
   * The working directory, joined as Docker does; unset if no WORKDIR has been given, so that the
   * base image decides; unknown if it is relative to one that is not known.
   */
  public Value workdir() {
    return Value.unset();
  }

  /** The shell that runs commands in shell form, as its SHELL gives it; empty without one. */
  public List<Word> shell() {
    return List.of();
  }

  /** The check in effect; empty if none has been given, so that the base image decides. */
  public Optional<Healthcheck> healthcheck() {
    return Optional.empty();
  }

  /** The CMD in effect; empty if none has been given or a later ENTRYPOINT has reset it. */
  public Optional<Cmd> cmd() {
    return Optional.empty();
  }

  /** The ENTRYPOINT in effect; empty if none has been given. */
  public Optional<Entrypoint> entrypoint() {
    return Optional.empty();
  }

  /** The EXPOSE instructions so far, in the order in which they take effect. */
  public List<Expose> exposed() {
    return List.of();
  }

  @Override
  public Value variable(String name) {
    return Value.unknown();
  }

  @Override
  public Value expand(Word word) {
    return word.literal().map(Value::known).orElse(Value.unknown());
  }
}
