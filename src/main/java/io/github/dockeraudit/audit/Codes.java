package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is said of single codes of a tool, of which one rule reports many. */
final class Codes {

  private final Ruleset all;
  private final Map<String, List<RuleSetting>> settings = new HashMap<>();
  private final Set<String> running = new HashSet<>();

  Codes(Ruleset all) {
    this.all = all;
  }

  /** Takes what is said of a code; false if it is said of a rule. */
  boolean add(RuleSetting setting) {
    List<Rule> speaking =
        all.called(setting.label()).stream()
            .filter(rule -> rule.info().speaksFor(setting.label()))
            .toList();
    for (Rule rule : speaking) {
      if (setting.enabled().orElse(false)) {
        running.add(rule.info().id());
      }
    }
    if (speaking.isEmpty()) {
      return false;
    }
    String id = id(speaking.get(0).info(), setting);
    settings.computeIfAbsent(id, unused -> new ArrayList<>()).add(setting);
    return true;
  }

  /** The id of the findings that a setting speaks of. */
  static String id(RuleInfo rule, RuleSetting setting) {
    String label = setting.label();
    return rule.speaksFor(label)
        ? label
            .substring(1 + Math.max(label.lastIndexOf(':'), label.lastIndexOf('/')))
            .toUpperCase(Locale.ROOT)
        : rule.id();
  }

  /** What is said of each code, the last word last. */
  Map<String, List<RuleSetting>> settings() {
    return settings;
  }

  /** The rules that run for a code even if they are off. */
  Set<String> running() {
    return running;
  }
}
