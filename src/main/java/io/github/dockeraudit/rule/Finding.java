package io.github.dockeraudit.rule;

import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A fault at a place.
 *
 * @param rule the rule that found it
 * @param severity its severity in this audit
 * @param range the words that a person has to look at
 * @param message what is wrong and what to do: one line, at most 100 characters, no full stop
 * @param fix how to mend it; empty if only a person can
 * @param obstacle why there is no fix although the rule has some, as a clause for a list: {@code
 *     the program listens on port 80}; empty if there is a fix or nothing to be said
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    SourceRange range,
    String message,
    Optional<Fix> fix,
    Optional<String> obstacle)
    implements Located, Comparable<Finding> {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::range)
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::message);

  public Finding {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(range);
    Objects.requireNonNull(message);
    Objects.requireNonNull(fix);
    Objects.requireNonNull(obstacle);
  }

  /** A finding that nobody has thought of mending yet. */
  public Finding(RuleInfo rule, Severity severity, SourceRange range, String message) {
    this(rule, severity, range, message, Optional.empty(), Optional.empty());
  }

  /** The same finding with a way to mend it. */
  public Finding fixedBy(Fix fix) {
    return new Finding(rule, severity, range, message, Optional.of(fix), Optional.empty());
  }

  /**
   * The same finding, which only a person can mend.
   *
   * @param reason as {@link #obstacle}
   */
  public Finding notFixedBecause(String reason) {
    return new Finding(rule, severity, range, message, Optional.empty(), Optional.of(reason));
  }

  /** The same finding with what can be done about it. */
  public Finding mendedBy(Remedy remedy) {
    return remedy
        .obstacle()
        .map(this::notFixedBecause)
        .orElseGet(
            () ->
                fixedBy(
                    new Fix(
                        remedy.title(),
                        remedy.isRisky() ? Applicability.RISKY : Applicability.INTENDED,
                        remedy.edits())));
  }

  /** The same finding with another severity. */
  public Finding withSeverity(Severity severity) {
    return new Finding(rule, severity, range, message, fix, obstacle);
  }

  /** Orders by file, place, rule and message. */
  @Override
  public int compareTo(Finding other) {
    return BY_PLACE.compare(this, other);
  }
}
