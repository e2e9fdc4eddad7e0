package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Severity;
import java.util.Objects;

/**
 * A finding as the report of an earlier audit tells it.
 *
 * @param fingerprint as {@link Fingerprints} gives it
 * @param rule id of the rule, which may be gone by now
 * @param name name of the rule
 * @param severity its severity then
 * @param file path of the file, which may be gone by now
 * @param line line number then, from 1
 * @param message what was wrong
 */
public record EarlierFinding(
    String fingerprint,
    String rule,
    String name,
    Severity severity,
    String file,
    int line,
    String message) {

  public EarlierFinding {
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(name);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(file);
    Objects.requireNonNull(message);
  }
}
