package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something to do next.
 *
 * @param title what to do, in one line
 * @param rule the rule whose findings go away; empty for a file that is generated
 * @param findings what goes away, in the order of files and places
 * @param priority how soon
 * @param gain the points of one mark that the findings cost; 0 where nothing is marked
 * @param effort how much is left to a person
 * @param changes the change that is ready to be made; empty if there is none
 * @param byHand how many of the findings a person has to mend
 */
public record Advice(
    String title,
    Optional<RuleInfo> rule,
    List<Finding> findings,
    Priority priority,
    double gain,
    Effort effort,
    List<FileChange> changes,
    int byHand) {

  /** How soon something is to be done. */
  public enum Priority {
    /** An attacker has use for it, or something does not work. */
    CRITICAL,
    /** It costs speed, or works until something happens. */
    HIGH,
    /** It makes work easier. */
    MEDIUM;

    /** A heading. */
    public String title() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /** How much is left to a person. */
  public enum Effort {
    /** Nothing: the change is ready, and nothing is known to break. */
    NONE,
    /** To look at a change that is ready. */
    REVIEW,
    /** To write a part of the change. */
    SOME,
    /** To write it. */
    MANUAL
  }

  /** The most gain for the least effort first. */
  static final Comparator<Advice> ORDER =
      Comparator.comparing(Advice::priority)
          .thenComparing(Comparator.comparingDouble(Advice::worth).reversed())
          .thenComparing(Advice::title);

  public Advice {
    requireNonNull(title);
    requireNonNull(rule);
    findings = List.copyOf(findings);
    requireNonNull(priority);
    requireNonNull(effort);
    changes = List.copyOf(changes);
  }

  /** Gain for effort: a place that a person has to mend weighs as much as the whole change. */
  private double worth() {
    return gain / (1 + effort.ordinal() + byHand);
  }
}
