package io.github.dockeraudit.config;

import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.PathOverride;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.audit.SuppressionEntry;
import io.github.dockeraudit.project.PathPatterns;
import io.github.dockeraudit.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is set in one place: the command line, the POM, a file.
 *
 * @param values what is set for the audit as a whole
 * @param rules what is said of single rules, the last word last
 * @param overrides what is otherwise for some files, the last word last
 * @param suppressions what accepts findings
 * @param customRules rules that are written here
 * @param place the audited folder as seen from the one that patterns are relative to: empty for the
 *     same, or with a slash at its end
 */
public record Layer(
    Map<Setting, Value> values,
    List<RuleSetting> rules,
    List<PathOverride> overrides,
    List<SuppressionEntry> suppressions,
    List<Rule> customRules,
    String place) {

  /** Nothing at all. */
  public static final Layer EMPTY =
      new Layer(Map.of(), List.of(), List.of(), List.of(), List.of(), "");

  public Layer {
    Map<Setting, Value> sorted = new EnumMap<>(Setting.class);
    sorted.putAll(values);
    values = Collections.unmodifiableMap(sorted);
    rules = List.copyOf(rules);
    overrides = List.copyOf(overrides);
    suppressions = List.copyOf(suppressions);
    customRules = List.copyOf(customRules);
  }

  /** What is set here; empty for nothing. */
  Optional<Value> value(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  /** The patterns that are set here. */
  Optional<PathPatterns> patterns(Setting setting) {
    return value(setting).map(value -> PathPatterns.of(setting.label(), value.texts(), place));
  }

  /** Begins a layer. */
  public static Builder builder() {
    return new Builder("");
  }

  /** Begins a layer whose patterns are relative to another folder than the audited one. */
  public static Builder builder(String place) {
    return new Builder(place);
  }

  /** Puts a layer together. */
  public static final class Builder {

    private final String place;
    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
    private final List<RuleSetting> rules = new ArrayList<>();
    private final List<PathOverride> overrides = new ArrayList<>();
    private final List<SuppressionEntry> suppressions = new ArrayList<>();
    private final List<Rule> customRules = new ArrayList<>();

    private Builder(String place) {
      this.place = place;
    }

    /** Sets one thing. */
    public Builder set(Setting setting, List<String> texts, Origin origin) {
      values.put(setting, new Value(texts, origin));
      return this;
    }

    /** Says something of a rule. */
    public Builder rule(RuleSetting setting) {
      rules.add(setting);
      return this;
    }

    /** Says what is otherwise for some files. */
    public Builder override(List<String> files, List<RuleSetting> settings) {
      overrides.add(new PathOverride(PathPatterns.of("overrides", files, place), settings));
      return this;
    }

    /** Accepts findings. */
    public Builder accept(SuppressionEntry entry) {
      suppressions.add(entry);
      return this;
    }

    /** Adds rules. */
    public Builder add(List<Rule> rules) {
      customRules.addAll(rules);
      return this;
    }

    /** The layer. */
    public Layer build() {
      return new Layer(values, rules, overrides, suppressions, customRules, place);
    }
  }
}
