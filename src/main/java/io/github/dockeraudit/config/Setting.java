package io.github.dockeraudit.config;

import io.github.dockeraudit.audit.Grade;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.rule.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be set for an audit as a whole: by a parameter of that name, by the property {@code
 * docker-audit.} and that name, or by that key of the file.
 */
public enum Setting {
  /** The rules to begin with. */
  PROFILE("profile", words(Profile.values()), "recommended", "The rules to begin with."),
  /** Further files. */
  INCLUDES(
      "includes", Type.LIST, "Further files to audit, as patterns relative to the folder of this."),
  /** Files to leave out. */
  EXCLUDES(
      "excludes", Type.LIST, "Files to leave out, as patterns relative to the folder of this."),
  /** Whether violations fail a build. */
  FAIL_ON_VIOLATION(
      "failOnViolation", Type.FLAG, "true", "Whether violations and low grades fail the build."),
  /** Whether they do not. */
  WARN_ONLY(
      "warnOnly",
      Type.FLAG,
      "false",
      "Tells what would fail the build as a warning; the same as failOnViolation false."),
  /** Lowest severity of a violation. */
  VIOLATION_SEVERITY(
      "violationSeverity",
      words(Severity.values()),
      "error",
      "Lowest severity that counts as a violation."),
  /** How many violations pass. */
  MAX_ALLOWED_VIOLATIONS(
      "maxAllowedViolations", Type.NUMBER, "0", "How many violations are let pass."),
  /** Lowest overall score. */
  MIN_SCORE("minScore", Type.NUMBER, "0", "Lowest overall score that passes, from 0 to 100."),
  /** Lowest overall grade. */
  MIN_GRADE(
      "minGrade",
      Arrays.stream(Grade.values()).map(Grade::label).toList(),
      "",
      "Lowest overall grade that passes."),
  /** Lowest grades by aspect. */
  MIN_GRADES("minGrades", Type.GRADES, "Lowest grade of an aspect that passes."),
  /** How far fixing may go. */
  FIX_LEVEL("fixLevel", words(FixLevel.values()), "intended", "How far fixing may go."),
  /** Whether a suppression has to give a reason. */
  REQUIRE_REASON(
      "requireReason",
      Type.FLAG,
      "false",
      "Whether a suppression without a reason is a violation."),
  /** Whether a suppression has to accept something. */
  FAIL_ON_UNUSED_SUPPRESSION(
      "failOnUnusedSuppression",
      Type.FLAG,
      "false",
      "Whether a suppression that accepts nothing is a violation."),
  /** Whether comments of hadolint count. */
  HADOLINT_COMMENTS(
      "hadolintComments",
      Type.FLAG,
      "true",
      "Whether comments such as '# hadolint ignore=DL3008' accept findings."),
  /** The file of known findings. */
  BASELINE_FILE(
      "baselineFile",
      Type.TEXT,
      ".docker-audit-baseline.json",
      "The file of findings that are known and fail no build, looked for from the audited folder upwards."),
  /** The revision that changes are counted from. */
  RATCHET_FROM(
      "ratchetFrom", Type.TEXT, "A git revision: what was found there already fails no build.");

  /** What a setting takes. */
  public enum Type {
    /** {@code true} or {@code false}. */
    FLAG,
    /** A whole number from 0. */
    NUMBER,
    /** Any text. */
    TEXT,
    /** One of some words. */
    WORD,
    /** Texts. */
    LIST,
    /** Grades by aspect. */
    GRADES
  }

  private final String label;
  private final Type type;
  private final List<String> words;
  private final String defaultValue;
  private final String description;

  Setting(String label, Type type, String description) {
    this(label, type, List.of(), "", description);
  }

  Setting(String label, Type type, String defaultValue, String description) {
    this(label, type, List.of(), defaultValue, description);
  }

  Setting(String label, List<String> words, String defaultValue, String description) {
    this(label, Type.WORD, words, defaultValue, description);
  }

  Setting(String label, Type type, List<String> words, String defaultValue, String description) {
    this.label = label;
    this.type = type;
    this.words = words;
    this.defaultValue = defaultValue;
    this.description = description;
  }

  private static <E extends Enum<E>> List<String> words(E[] constants) {
    return Stream.of(constants).map(word -> word.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** The setting of that name. */
  static Optional<Setting> named(String label) {
    return Stream.of(values()).filter(setting -> setting.label.equals(label)).findFirst();
  }

  /** Its name, in camel case. */
  public String label() {
    return label;
  }

  /** The property by which the command line sets it. */
  public String property() {
    return "docker-audit." + label;
  }

  /** What it takes. */
  public Type type() {
    return type;
  }

  /** The words that it takes; empty if it takes others. */
  public List<String> words() {
    return words;
  }

  /** What holds where nobody says anything; empty for nothing. */
  public String defaultValue() {
    return defaultValue;
  }

  /** What it does, in a sentence. */
  public String description() {
    return description;
  }
}
