package io.github.dockeraudit.rule;

import io.github.dockeraudit.project.AuditException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Rules in the order of their ids, to be found by every name that a user may know them by. */
public final class Ruleset {

  private final List<Rule> rules;
  private final Map<String, List<Rule>> byLabel;

  private Ruleset(List<Rule> rules) {
    this.rules = rules;
    this.byLabel = index(rules);
  }

  /**
   * The rules given.
   *
   * @throws IllegalArgumentException if two have the same id or name
   */
  public static Ruleset of(List<? extends Rule> rules) {
    List<Rule> sorted = new ArrayList<>(rules);
    sorted.sort(Comparator.comparing(rule -> rule.info().id()));
    refuseTwins(sorted);
    return new Ruleset(List.copyOf(sorted));
  }

  /**
   * All rules, built in and of others, that the class loader sees.
   *
   * @throws AuditException if one of them cannot be used
   */
  public static Ruleset load(ClassLoader loader) {
    try {
      return of(
          ServiceLoader.load(Rule.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .toList());
    } catch (ServiceConfigurationError | LinkageError broken) {
      throw new AuditException(
          "a rule cannot be loaded: " + reasons(broken),
          "correct it, or take its JAR out of the plugin's dependencies");
    } catch (IllegalArgumentException twins) {
      throw new AuditException(twins.getMessage(), "give one of them an id and a name of its own");
    }
  }

  /** The message of each cause from the outermost on, without the name of our interface. */
  private static String reasons(Throwable broken) {
    List<String> reasons = new ArrayList<>();
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      reasons.add(
          cause instanceof ServiceConfigurationError
              ? cause.getMessage().replace(Rule.class.getName() + ": ", "")
              : cause.toString());
    }
    return String.join(", ", reasons);
  }

  /** The rules in the order of their ids. */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * These rules and others.
   *
   * @throws AuditException if one of them has the id or the name of another
   */
  public Ruleset and(List<Rule> others) {
    if (others.isEmpty()) {
      return this;
    }
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(others);
    try {
      return of(all);
    } catch (IllegalArgumentException twins) {
      throw new AuditException(twins.getMessage(), "give one of them an id and a name of its own");
    }
  }

  /** Those of the rules that the predicate holds for. */
  public Ruleset where(Predicate<RuleInfo> predicate) {
    return new Ruleset(rules.stream().filter(rule -> predicate.test(rule.info())).toList());
  }

  /** Each rule as the function has it, such as the same one with other options. */
  public Ruleset mapped(UnaryOperator<Rule> change) {
    return new Ruleset(rules.stream().map(change).toList());
  }

  /**
   * The rules that a user means by a label: an id, a name, an alias with its tool ({@code
   * hadolint:DL3006}) or without ({@code DL3006}), whatever its case. Empty if there is none;
   * several if an alias is one of several rules, or if several may report the code of a tool, see
   * {@link RuleInfo#speaksFor}.
   */
  public List<Rule> called(String label) {
    List<Rule> called = byLabel.getOrDefault(key(label), List.of());
    return called.isEmpty()
        ? rules.stream().filter(rule -> rule.info().speaksFor(label)).toList()
        : called;
  }

  private static Map<String, List<Rule>> index(List<Rule> rules) {
    Map<String, List<Rule>> index = new HashMap<>();
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      add(index, info.id(), rule);
      add(index, info.name(), rule);
      for (String alias : info.aliases()) {
        add(index, alias, rule);
        add(index, alias.substring(alias.indexOf(':') + 1), rule);
      }
    }
    return index;
  }

  private static void add(Map<String, List<Rule>> index, String label, Rule rule) {
    List<Rule> called = index.computeIfAbsent(key(label), unused -> new ArrayList<>(1));
    if (called.isEmpty() || called.get(called.size() - 1) != rule) {
      called.add(rule);
    }
  }

  private static String key(String label) {
    return label.toLowerCase(Locale.ROOT);
  }

  private static void refuseTwins(List<Rule> rules) {
    Map<String, Rule> seen = new HashMap<>();
    for (Rule rule : rules) {
      for (String label : List.of(rule.info().id(), rule.info().name())) {
        Rule twin = seen.put(label, rule);
        if (twin != null) {
          throw new IllegalArgumentException(
              "%s and %s are both called %s".formatted(told(twin), told(rule), label));
        }
      }
    }
  }

  private static String told(Rule rule) {
    return "%s (%s)".formatted(rule.info().id(), rule.getClass().getName());
  }
}
