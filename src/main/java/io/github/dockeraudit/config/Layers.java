package io.github.dockeraudit.config;

import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.audit.Grade;
import io.github.dockeraudit.audit.MinimumGrades;
import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.PathOverride;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.audit.Threshold;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.project.PathPatterns;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts what is set in several places into one: what is said in a stronger place wins. */
public final class Layers {

  private final List<Layer> weakestFirst;

  /**
   * @param weakestFirst the places, the one that wins last
   */
  public Layers(List<Layer> weakestFirst) {
    this.weakestFirst = List.copyOf(weakestFirst);
  }

  /**
   * What it all comes to.
   *
   * @param chosen the only rules to run; empty for all of the profile
   * @throws AuditException if something is set to what it cannot be
   */
  public Configuration configuration(List<RuleSetting> chosen) {
    return new Configuration(
        rules(chosen),
        patterns(Setting.INCLUDES),
        patterns(Setting.EXCLUDES),
        new Threshold(
            word(Setting.VIOLATION_SEVERITY, Severity.class),
            number(Setting.MAX_ALLOWED_VIOLATIONS, Integer.MAX_VALUE)),
        new MinimumGrades(number(Setting.MIN_SCORE, 100), minimumGrade(), minimumGrades()),
        failOnViolation(),
        word(Setting.FIX_LEVEL, FixLevel.class),
        weakestFirst.stream().flatMap(layer -> layer.suppressions().stream()).toList(),
        flag(Setting.REQUIRE_REASON),
        flag(Setting.FAIL_ON_UNUSED_SUPPRESSION),
        flag(Setting.HADOLINT_COMMENTS),
        text(Setting.BASELINE_FILE),
        text(Setting.RATCHET_FROM),
        weakestFirst.stream().flatMap(layer -> layer.customRules().stream()).toList());
  }

  private RuleSelection rules(List<RuleSetting> chosen) {
    List<RuleSetting> settings = new ArrayList<>();
    List<PathOverride> overrides = new ArrayList<>();
    for (Layer layer : weakestFirst) {
      settings.addAll(layer.rules());
      overrides.addAll(layer.overrides());
    }
    return new RuleSelection(
        word(Setting.PROFILE, Profile.class),
        value(Setting.PROFILE).origin(),
        chosen,
        settings,
        overrides);
  }

  private PathPatterns patterns(Setting setting) {
    return strongest(layer -> layer.patterns(setting))
        .orElseGet(() -> PathPatterns.of(setting.label(), List.of(), ""));
  }

  /** The two say the same the other way round; in one place the one that lets pass wins. */
  private boolean failOnViolation() {
    for (int i = weakestFirst.size() - 1; i >= 0; i--) {
      Layer layer = weakestFirst.get(i);
      Optional<Value> fail = layer.value(Setting.FAIL_ON_VIOLATION);
      Optional<Value> warn = layer.value(Setting.WARN_ONLY);
      if (fail.isPresent() || warn.isPresent()) {
        return fail.map(value -> flag(Setting.FAIL_ON_VIOLATION, value)).orElse(true)
            && !warn.map(value -> flag(Setting.WARN_ONLY, value)).orElse(false);
      }
    }
    return true;
  }

  private Optional<Grade> minimumGrade() {
    Value value = value(Setting.MIN_GRADE);
    return value.text().isEmpty()
        ? Optional.empty()
        : Optional.of(grade(Setting.MIN_GRADE.label(), value.text(), value.origin()));
  }

  private Map<Aspect, Grade> minimumGrades() {
    Value value = value(Setting.MIN_GRADES);
    Map<Aspect, Grade> grades = new EnumMap<>(Aspect.class);
    for (String pair : value.texts()) {
      String[] parts = pair.split("=", 2);
      if (parts.length < 2) {
        throw wrong(
            "minGrades has '%s'".formatted(pair.strip()),
            "write it as in security=A-",
            value.origin());
      }
      Aspect aspect = constant("minGrades", parts[0], Aspect.class, value.origin());
      grades.put(aspect, grade("minGrades of " + aspect.label(), parts[1], value.origin()));
    }
    return grades;
  }

  private static Grade grade(String what, String word, Origin origin) {
    return Grade.named(word)
        .orElseThrow(
            () ->
                wrong(
                    "%s is '%s'".formatted(what, word.strip()),
                    "give one of " + String.join(", ", Setting.MIN_GRADE.words()),
                    origin));
  }

  private int number(Setting setting, int most) {
    Value value = value(setting);
    try {
      int number = Integer.parseInt(value.text());
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    String remedy =
        most == Integer.MAX_VALUE
            ? "give 0 to allow none, or more"
            : "give a number from 0 to " + most;
    throw wrong("%s is %s".formatted(setting.label(), value.text()), remedy, value.origin());
  }

  private Optional<String> text(Setting setting) {
    return Optional.of(value(setting).text()).filter(text -> !text.isEmpty());
  }

  private boolean flag(Setting setting) {
    return flag(setting, value(setting));
  }

  private static boolean flag(Setting setting, Value value) {
    return switch (value.text().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw wrong(
              "%s is '%s'".formatted(setting.label(), value.text()),
              "give true or false",
              value.origin());
    };
  }

  private <E extends Enum<E>> E word(Setting setting, Class<E> type) {
    Value value = value(setting);
    return constant(setting.label(), value.text(), type, value.origin());
  }

  private static <E extends Enum<E>> E constant(
      String what, String word, Class<E> type, Origin origin) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "%s is '%s'".formatted(what, word.strip()),
                    "give one of " + String.join(", ", words) + meant(word, words),
                    origin));
  }

  private static String meant(String word, List<String> words) {
    return Suggestion.closest(word.strip(), words)
        .map("; did you mean '%s'?"::formatted)
        .orElse("");
  }

  /** A parameter is found by its name; a file is long. */
  private static AuditException wrong(String problem, String remedy, Origin origin) {
    return origin.kind() == Origin.Kind.FILE || origin.kind() == Origin.Kind.PEER
        ? origin.wrong(problem, remedy)
        : new AuditException(problem, remedy);
  }

  private Value value(Setting setting) {
    return strongest(layer -> layer.value(setting))
        .orElseGet(
            () ->
                new Value(
                    setting.defaultValue().isEmpty() ? List.of() : List.of(setting.defaultValue()),
                    Origin.DEFAULT));
  }

  private <T> Optional<T> strongest(Function<Layer, Optional<T>> question) {
    for (int i = weakestFirst.size() - 1; i >= 0; i--) {
      Optional<T> answer = question.apply(weakestFirst.get(i));
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }
}
