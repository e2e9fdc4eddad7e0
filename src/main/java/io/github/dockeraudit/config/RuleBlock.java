package io.github.dockeraudit.config;

import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.declarative.Nodes;
import io.github.dockeraudit.project.Faults;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Suggestion;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of single rules: {@code off}, {@code on} or a severity; or keys, of which {@code
 * severity} takes the same and all others are options of the rule.
 */
public final class RuleBlock {

  /** The key of the state; no option is called so. */
  public static final String SEVERITY = "severity";

  /** What the state of a rule can be. */
  public static final List<String> STATES = List.of("off", "on", "error", "warning", "info");

  private RuleBlock() {}

  /** Reads a block of rules. */
  static List<RuleSetting> read(YamlNode node) {
    List<RuleSetting> settings = new ArrayList<>();
    Faults faults = new Faults();
    for (YamlEntry entry : Nodes.mapping(node, "rules", "missing-user").entries()) {
      faults.gather(() -> settings.addAll(read(entry)));
    }
    faults.refuse();
    return settings;
  }

  private static List<RuleSetting> read(YamlEntry entry) {
    String label = entry.key().value();
    Origin origin = Origin.file(entry.key().range());
    if (!(entry.value() instanceof YamlMapping mapping)) {
      return List.of(state(label, Nodes.text(entry.value(), label), origin));
    }
    List<RuleSetting> settings = new ArrayList<>(List.of(RuleSetting.on(label, origin)));
    mapping.entries().forEach(key -> settings.add(keyed(label, key)));
    return settings;
  }

  private static RuleSetting keyed(String label, YamlEntry entry) {
    String key = entry.key().value();
    Origin origin = Origin.file(entry.key().range());
    return key.equals(SEVERITY)
        ? state(label, Nodes.text(entry.value(), SEVERITY), origin)
        : RuleSetting.options(label, Map.of(key, Nodes.texts(entry.value(), key)), origin);
  }

  /**
   * What a word says of a rule. A severity turns it on, too.
   *
   * @param word one of {@link #STATES}; {@code true} and {@code false} are as good as on and off
   */
  public static RuleSetting state(String label, String word, Origin origin) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "off", "false" -> RuleSetting.off(label, origin);
      case "on", "true" -> RuleSetting.on(label, origin);
      case "error" -> graded(label, Severity.ERROR, origin);
      case "warning" -> graded(label, Severity.WARNING, origin);
      case "info" -> graded(label, Severity.INFO, origin);
      default ->
          throw origin.wrong(
              "sets %s to '%s'".formatted(label, word.strip()),
              Suggestion.closest(word.strip(), STATES)
                  .map("did you mean '%s'?"::formatted)
                  .orElse("give one of " + String.join(", ", STATES)));
    };
  }

  private static RuleSetting graded(String label, Severity severity, Origin origin) {
    return new RuleSetting(label, Optional.of(true), Optional.of(severity), Map.of(), origin);
  }
}
