package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.source.SourceRange;
import java.util.Locale;

/**
 * Where somebody has said how they want something.
 *
 * @param kind what sort of place it is
 * @param place how to find it: {@code .docker-audit.yml:3:5}
 */
public record Origin(Kind kind, String place) {

  /** The sorts of places, the weakest first. */
  public enum Kind {
    /** Nobody said anything. */
    DEFAULT,
    /** A choice of rules. */
    PROFILE,
    /** The configuration of another tool that we honour. */
    PEER,
    /** Our file. */
    FILE,
    /** The POM. */
    POM,
    /** {@code -D} on the command line, or in {@code maven.config}. */
    COMMAND_LINE
  }

  /** Nobody said anything. */
  public static final Origin DEFAULT = new Origin(Kind.DEFAULT, "default");

  public Origin {
    requireNonNull(kind);
    requireNonNull(place);
  }

  /**
   * A choice of rules.
   *
   * @param by where somebody chose it
   */
  static Origin profile(Profile profile, Origin by) {
    if (by.kind == Kind.DEFAULT) {
      return profile == Profile.RECOMMENDED ? DEFAULT : named(profile, "");
    }
    return named(profile, ", " + by.place);
  }

  private static Origin named(Profile profile, String by) {
    return new Origin(Kind.PROFILE, "profile " + profile.label() + by);
  }

  /** A place in the configuration of another tool. */
  public static Origin peer(SourceRange where) {
    return new Origin(Kind.PEER, where.toString());
  }

  /** A place in our file. */
  public static Origin file(SourceRange where) {
    return new Origin(Kind.FILE, where.toString());
  }

  /** A parameter in the POM. */
  public static Origin pom(String parameter) {
    return new Origin(Kind.POM, parameter + " in the POM");
  }

  /** A property on the command line. */
  public static Origin commandLine(String property) {
    return new Origin(Kind.COMMAND_LINE, "-D" + property);
  }

  /** What is wrong there. */
  public AuditException wrong(String problem, String remedy) {
    String text =
        kind == Kind.FILE || kind == Kind.PEER
            ? place + ": " + problem
            : "%s (%s)"
                .formatted(
                    problem.substring(0, 1).toUpperCase(Locale.ROOT) + problem.substring(1), place);
    return new AuditException(text, remedy);
  }

  @Override
  public String toString() {
    return place;
  }
}
