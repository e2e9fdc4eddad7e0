package io.github.dockeraudit.facts;

import io.github.dockeraudit.source.SourceRange;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the health check of a container comes from.
 *
 * @param kind what decides it
 * @param where the words that decide it; empty if nothing does, or only what is not in the project
 */
public record HealthOrigin(Kind kind, Optional<SourceRange> where) {

  /** What decides whether Docker knows that a container works. */
  public enum Kind {
    /** The service has a check of its own in a compose file. */
    COMPOSE,
    /** The stage that is built has a check, or one that it builds on. */
    STAGE,
    /** The base image is known to have a check. */
    BASE_IMAGE,
    /** A check is switched off, on purpose. */
    DISABLED,
    /** There is none. */
    NONE,
    /** Neither the files nor a table say. */
    UNKNOWN;

    /** The name in lower case with dashes, as reports write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public HealthOrigin {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(where);
  }

  /** Whether there is a check for certain. */
  public boolean isChecked() {
    return kind == Kind.COMPOSE || kind == Kind.STAGE || kind == Kind.BASE_IMAGE;
  }

  static HealthOrigin at(Kind kind, SourceRange where) {
    return new HealthOrigin(kind, Optional.of(where));
  }

  static HealthOrigin nowhere(Kind kind) {
    return new HealthOrigin(kind, Optional.empty());
  }
}
