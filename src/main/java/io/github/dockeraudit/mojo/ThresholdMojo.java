package io.github.dockeraudit.mojo;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Grade;
import io.github.dockeraudit.audit.MinimumGrades;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.audit.Threshold;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * What the goals share that fail a build: how much may be wrong, and how good the marks must be.
 */
abstract class ThresholdMojo extends AbstractAuditMojo {

  /** Whether violations and low grades fail the build; where not, they are told as a warning. */
  @Parameter(property = "docker-audit.failOnViolation", defaultValue = "true")
  private boolean failOnViolation;

  /** Lowest severity that counts as a violation: {@code ERROR}, {@code WARNING} or {@code INFO}. */
  @Parameter(property = "docker-audit.violationSeverity", defaultValue = "ERROR")
  private String violationSeverity;

  /** How many violations are let pass. */
  @Parameter(property = "docker-audit.maxAllowedViolations", defaultValue = "0")
  private int maxAllowedViolations;

  /** Lowest overall score that passes, from 0 to 100. */
  @Parameter(property = "docker-audit.minScore", defaultValue = "0")
  private int minScore;

  /** Lowest overall grade that passes, from {@code A+} to {@code F}. */
  @Parameter(property = "docker-audit.minGrade")
  private String minGrade;

  /**
   * Lowest grade of an aspect that passes, each in an element of its own: {@code architecture},
   * {@code security}, {@code performance}, {@code experience}, {@code maintainability}. On the
   * command line it is a list: {@code security=A-,performance=B}.
   */
  @Parameter(property = "docker-audit.minGrades")
  private AspectGrades minGrades;

  /**
   * Whether an audit is told again instead of made again where nothing has changed that it depends
   * on: no file or folder that it read, no parameter, not the POM, the day, or the plugin. What the
   * next build needs to know for that is kept beside the reports.
   */
  @Parameter(property = "docker-audit.upToDateChecking", defaultValue = "true")
  private boolean upToDateChecking;

  @Override
  boolean mayRepeat() {
    return upToDateChecking;
  }

  @Override
  void conclude(Audit audit, Reports reports) throws MojoFailureException {
    MinimumGrades minimum = minimum();
    Threshold threshold = threshold();
    reports.write(audit, threshold.severity());
    String wrong =
        Stream.of(threshold.exceededBy(audit), minimum.missedBy(Scorecard.of(audit)))
            .flatMap(Optional::stream)
            .collect(joining("\n"));
    if (!wrong.isEmpty() && failOnViolation) {
      throw new MojoFailureException(reports.withPlace(wrong));
    }
    if (!wrong.isEmpty()) {
      getLog().warn(reports.withPlace(wrong));
    }
  }

  private MinimumGrades minimum() {
    if (minScore < 0 || minScore > 100) {
      throw new AuditException("minScore is " + minScore, "give a number from 0 to 100");
    }
    Optional<Grade> overall =
        minGrade == null || minGrade.isBlank()
            ? Optional.empty()
            : Optional.of(AspectGrades.grade("minGrade", minGrade));
    return new MinimumGrades(minScore, overall, minGrades == null ? Map.of() : minGrades.grades());
  }

  private Threshold threshold() {
    if (maxAllowedViolations < 0) {
      throw new AuditException(
          "maxAllowedViolations is " + maxAllowedViolations, "give 0 to allow none, or more");
    }
    Severity severity = Choice.of("violationSeverity", violationSeverity, Severity.class);
    return new Threshold(severity, maxAllowedViolations);
  }
}
