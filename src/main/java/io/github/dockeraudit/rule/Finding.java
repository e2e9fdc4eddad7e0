package io.github.dockeraudit.rule;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A fault at a place. */
public final class Finding implements Located, Comparable<Finding> {

  private final RuleInfo rule;
  private final Severity severity;
  private final SourceRange range;
  private final String message;
  private final Mending mending;
  private final List<String> known;

  private Finding(
      RuleInfo rule,
      Severity severity,
      SourceRange range,
      String message,
      Mending mending,
      List<String> known) {
    this.rule = requireNonNull(rule);
    this.severity = requireNonNull(severity);
    this.range = requireNonNull(range);
    this.message = requireNonNull(message);
    this.mending = mending;
    this.known = known;
  }

  /** A finding that nobody has thought of mending yet; parameters as the methods of that name. */
  public Finding(RuleInfo rule, Severity severity, SourceRange range, String message) {
    this(rule, severity, range, message, Mending.NONE, List.of());
  }

  /** The rule that found it. */
  public RuleInfo rule() {
    return rule;
  }

  /** Its severity in this audit. */
  public Severity severity() {
    return severity;
  }

  /** The words that a person has to look at. */
  @Override
  public SourceRange range() {
    return range;
  }

  /** What is wrong and what to do: one line, at most 100 characters, no full stop. */
  public String message() {
    return message;
  }

  /** How to mend it; empty if only a person can. */
  public Optional<Fix> fix() {
    return mending.fix();
  }

  /**
   * Why there is no fix although the rule has some, as a clause for a list: {@code the program
   * listens on port 80}. Empty if there is a fix or nothing to be said.
   */
  public Optional<String> obstacle() {
    return mending.obstacle();
  }

  /**
   * The ids of this very fault in other tools: the aliases of the rule, and of a tool that has
   * several of them only what {@link #knownAs} says.
   */
  public List<String> aliases() {
    return known.isEmpty()
        ? rule.aliases()
        : rule.aliases().stream().filter(this::isMeantBy).toList();
  }

  private boolean isMeantBy(String alias) {
    String tool = alias.substring(0, alias.indexOf(':') + 1);
    return known.contains(alias) || known.stream().noneMatch(other -> other.startsWith(tool));
  }

  /**
   * The same finding, which a tool with several ids for what the rule finds has under these: who
   * accepts {@code hadolint:DL3008} does not accept all that the rule may find.
   *
   * @param aliases some of those of the rule; a tool and a colon alone say that the tool has no id
   *     for it
   */
  public Finding knownAs(String... aliases) {
    List<String> these = List.of(aliases);
    for (String alias : these) {
      if (!alias.endsWith(":") && !rule.aliases().contains(alias)) {
        throw new IllegalArgumentException("%s has no alias %s".formatted(rule.name(), alias));
      }
    }
    return new Finding(rule, severity, range, message, mending, these);
  }

  /** The same finding with a way to mend it. */
  public Finding fixedBy(Fix fix) {
    return with(Mending.by(fix));
  }

  /**
   * The same finding, which only a person can mend.
   *
   * @param reason as {@link #obstacle}
   */
  public Finding notFixedBecause(String reason) {
    return with(Mending.none(reason));
  }

  /** The same finding with what can be done about it. */
  public Finding mendedBy(Remedy remedy) {
    return with(Mending.when(() -> remedy));
  }

  /**
   * The same finding with what can be done about it, which takes long to work out: it is asked for
   * only where somebody wants to know.
   *
   * @param remedy gives the same on every call
   */
  public Finding mendedBy(Supplier<Remedy> remedy) {
    return with(Mending.when(remedy));
  }

  private Finding with(Mending other) {
    return new Finding(rule, severity, range, message, other, known);
  }

  /** The same finding with another severity. */
  public Finding withSeverity(Severity other) {
    return new Finding(rule, other, range, message, mending, known);
  }

  /** Orders by file, place, rule and message. */
  @Override
  public int compareTo(Finding other) {
    int byPlace = range.compareTo(other.range);
    if (byPlace != 0) {
      return byPlace;
    }
    int byRule = rule.id().compareTo(other.rule.id());
    return byRule != 0 ? byRule : message.compareTo(other.message);
  }

  /** Findings at one place with one message are one, whatever can be done about them. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Finding finding
        && rule.id().equals(finding.rule.id())
        && severity == finding.severity
        && range.equals(finding.range)
        && message.equals(finding.message);
  }

  @Override
  public int hashCode() {
    return 31 * range.hashCode() + message.hashCode();
  }

  /** The place, the rule and the message. */
  @Override
  public String toString() {
    return range + " " + rule.id() + " " + rule.name() + ": " + message;
  }
}
