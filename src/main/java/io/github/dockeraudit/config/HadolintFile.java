package io.github.dockeraudit.config;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.declarative.Nodes;
import io.github.dockeraudit.facts.LabelForm;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.Suggestion;
import io.github.dockeraudit.yaml.Yaml;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration of hadolint says, in our terms: it holds for the rules under the ids that
 * hadolint has for them.
 *
 * @param path where it was found
 * @param layer what it comes to
 * @param warnings what hadolint and we pass over, one line each
 * @see <a href="https://github.com/hadolint/hadolint#configure">Configuration of hadolint</a>
 */
public record HadolintFile(String path, Layer layer, List<String> warnings) {

  /** The names that hadolint looks for in a project, the first that is there wins. */
  public static final List<String> NAMES = List.of(".hadolint.yaml", ".hadolint.yml");

  private static final List<String> KEYS =
      List.of(
          "disable-ignore-pragma",
          "failure-threshold",
          "format",
          "ignored",
          "label-schema",
          "no-color",
          "no-fail",
          "override",
          "strict-labels",
          "trustedRegistries");

  private static final Map<String, Severity> SEVERITIES =
      Map.of(
          "error", Severity.ERROR,
          "warning", Severity.WARNING,
          "info", Severity.INFO,
          "style", Severity.INFO);

  public HadolintFile {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a file.
   *
   * @throws AuditException if it cannot be read, or hadolint could not read it
   */
  public static HadolintFile read(Source source) {
    Yaml yaml = Yaml.parse(source);
    Nodes.refuseProblems(yaml);
    Reading reading = new Reading();
    yaml.root()
        .filter(root -> !(root instanceof YamlScalar scalar && scalar.isNull()))
        .ifPresent(reading::readRoot);
    return new HadolintFile(source.path(), reading.layer.build(), reading.warnings);
  }

  /** One reading of a file. */
  private static final class Reading {

    private final Layer.Builder layer = Layer.builder();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, String> schema = new LinkedHashMap<>();

    void readRoot(YamlNode root) {
      YamlMapping mapping = Nodes.mapping(root, "the file", "ignored");
      mapping.entries().forEach(this::read);
      mapping
          .entry("strict-labels")
          .filter(entry -> flag(entry).equals("true"))
          .ifPresent(this::allowOnlyTheSchema);
    }

    private void read(YamlEntry entry) {
      String key = entry.key().value();
      Origin origin = Origin.peer(entry.key().range());
      switch (key) {
        case "ignored" -> readIgnored(entry.value());
        case "override" -> readOverride(entry.value());
        case "trustedRegistries" ->
            option("untrusted-registry", key, Nodes.texts(entry.value(), key), origin);
        case "label-schema" -> readSchema(entry);
        case "failure-threshold" ->
            layer.set(Setting.VIOLATION_SEVERITY, List.of(threshold(entry)), origin);
        case "no-fail" -> {
          if (flag(entry).equals("true")) {
            layer.set(Setting.FAIL_ON_VIOLATION, List.of("false"), origin);
          }
        }
        case "disable-ignore-pragma" -> {
          if (flag(entry).equals("true")) {
            layer.set(Setting.HADOLINT_COMMENTS, List.of("false"), origin);
          }
        }
        case "format", "no-color", "strict-labels" -> {}
        default ->
            warnings.add(
                "%s: hadolint has no key '%s', which is passed over%s"
                    .formatted(
                        entry.key().range(),
                        key,
                        Suggestion.closest(key, KEYS)
                            .map("; did you mean '%s'?"::formatted)
                            .orElse("")));
      }
    }

    private void readIgnored(YamlNode codes) {
      for (YamlNode code : Nodes.sequence(codes, "ignored")) {
        layer.rule(RuleSetting.off(label(code), Origin.peer(code.range())));
      }
    }

    /** Severities are words of ours but for style, which is less than info there. */
    private void readOverride(YamlNode node) {
      for (YamlEntry entry : Nodes.mapping(node, "override", "warning").entries()) {
        String word = entry.key().value().toLowerCase(Locale.ROOT);
        Severity severity = SEVERITIES.get(word);
        if (severity == null) {
          throw Origin.peer(entry.key().range())
              .wrong(
                  "override has no severity '%s'".formatted(entry.key().value()),
                  "give error, warning, info or style");
        }
        for (YamlNode code : Nodes.sequence(entry.value(), word)) {
          Origin origin = Origin.peer(code.range());
          layer.rule(RuleSetting.on(label(code), origin));
          layer.rule(RuleSetting.severity(label(code), severity, origin));
        }
      }
    }

    private void readSchema(YamlEntry entry) {
      for (YamlEntry label : Nodes.mapping(entry.value(), "label-schema", "author").entries()) {
        String form = Nodes.text(label.value(), label.key().value());
        if (LabelForm.named(form).isEmpty()) {
          throw Origin.peer(label.value().range())
              .wrong(
                  "there is no form '%s' of labels".formatted(form),
                  "give one of "
                      + List.of(LabelForm.values()).stream()
                          .map(LabelForm::label)
                          .collect(joining(", ")));
        }
        schema.put(label.key().value(), form);
      }
      Origin origin = Origin.peer(entry.key().range());
      option("missing-label", "required", List.copyOf(schema.keySet()), origin);
      option("invalid-label-value", "forms", forms(), origin);
    }

    private List<String> forms() {
      return schema.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).toList();
    }

    /** Whatever the order of the keys, the schema is read before. */
    private void allowOnlyTheSchema(YamlEntry strict) {
      Origin origin = Origin.peer(strict.key().range());
      option("superfluous-label", "allowed", List.copyOf(schema.keySet()), origin);
    }

    private void option(String rule, String name, List<String> values, Origin origin) {
      layer.rule(RuleSetting.on(rule, origin));
      layer.rule(RuleSetting.options(rule, Map.of(name, values), origin));
    }

    /** Whatever hadolint takes for grave enough is at least worth knowing here. */
    private static String threshold(YamlEntry entry) {
      String word = Nodes.text(entry.value(), "failure-threshold").toLowerCase(Locale.ROOT);
      return switch (word) {
        case "error", "warning", "info" -> word;
        case "style", "ignore", "none" -> "info";
        default ->
            throw Origin.peer(entry.value().range())
                .wrong(
                    "failure-threshold is '%s'".formatted(word),
                    "give error, warning, info, style, ignore or none");
      };
    }

    private static String flag(YamlEntry entry) {
      String key = entry.key().value();
      String word = Nodes.text(entry.value(), key).toLowerCase(Locale.ROOT);
      if (!word.equals("true") && !word.equals("false")) {
        throw Origin.peer(entry.value().range())
            .wrong("%s is '%s'".formatted(key, word), "give true or false");
      }
      return word;
    }

    private static String label(YamlNode code) {
      return "hadolint:" + Nodes.text(code, "a rule").strip();
    }
  }

  /** How many things it says. */
  public int size() {
    return layer.rules().size() + layer.values().size();
  }

  /** The same as a {@code .docker-audit.yml}. */
  public List<String> asOurs() {
    List<String> lines = new ArrayList<>();
    layer.values().forEach((setting, value) -> lines.add(setting.label() + ": " + value.text()));
    Map<String, Map<String, String>> rules = new LinkedHashMap<>();
    for (RuleSetting rule : layer.rules()) {
      Map<String, String> keys =
          rules.computeIfAbsent(rule.label(), unused -> new LinkedHashMap<>());
      rule.enabled().ifPresent(on -> keys.putIfAbsent(RuleBlock.SEVERITY, on ? "on" : "off"));
      rule.severity().ifPresent(severity -> keys.put(RuleBlock.SEVERITY, severity.label()));
      rule.options().forEach((name, values) -> keys.put(name, flow(values)));
    }
    if (!rules.isEmpty()) {
      lines.add(ConfigFile.RULES + ":");
    }
    rules.forEach((label, keys) -> addRule(label, keys, lines));
    return lines;
  }

  private static void addRule(String label, Map<String, String> keys, List<String> lines) {
    Optional<String> only = Optional.ofNullable(keys.get(RuleBlock.SEVERITY));
    if (keys.size() == 1 && only.isPresent()) {
      lines.add("  %s: %s".formatted(label, only.get()));
    } else {
      lines.add("  %s:".formatted(label));
      keys.forEach((key, value) -> lines.add("    %s: %s".formatted(key, value)));
    }
  }

  private static String flow(List<String> values) {
    return values.stream()
        .map(value -> "'" + value.replace("'", "''") + "'")
        .collect(joining(", ", "[", "]"));
  }
}
