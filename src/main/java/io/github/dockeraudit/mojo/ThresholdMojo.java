package io.github.dockeraudit.mojo;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Leftovers.Remark;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.audit.Threshold;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.config.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * What the goals share that fail a build: how much may be wrong, and how good the marks must be.
 */
abstract class ThresholdMojo extends AbstractAuditMojo {

  private static final int MOST_REMARKS = 10;

  /**
   * Whether violations and low grades fail the build; where not, they are told as a warning. By
   * default {@code true}.
   */
  @Parameter(property = "docker-audit.failOnViolation")
  private String failOnViolation;

  /** Tells as a warning what would fail the build: the same as {@code failOnViolation} false. */
  @Parameter(property = "docker-audit.warnOnly")
  private String warnOnly;

  /**
   * Lowest severity that counts as a violation: {@code error}, {@code warning} or {@code info}. By
   * default {@code error}.
   */
  @Parameter(property = "docker-audit.violationSeverity")
  private String violationSeverity;

  /** How many violations are let pass; by default none. */
  @Parameter(property = "docker-audit.maxAllowedViolations")
  private String maxAllowedViolations;

  /** Lowest overall score that passes, from 0 to 100; by default any. */
  @Parameter(property = "docker-audit.minScore")
  private String minScore;

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

  /** Whether a suppression that accepts nothing is a violation, too. By default {@code false}. */
  @Parameter(property = "docker-audit.failOnUnusedSuppression")
  private String failOnUnusedSuppression;

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
  void describe(ParameterLayers parameters) {
    super.describe(parameters);
    parameters.put(Setting.FAIL_ON_VIOLATION, failOnViolation);
    parameters.put(Setting.WARN_ONLY, warnOnly);
    parameters.put(Setting.VIOLATION_SEVERITY, violationSeverity);
    parameters.put(Setting.MAX_ALLOWED_VIOLATIONS, maxAllowedViolations);
    parameters.put(Setting.FAIL_ON_UNUSED_SUPPRESSION, failOnUnusedSuppression);
    parameters.put(Setting.MIN_SCORE, minScore);
    parameters.put(Setting.MIN_GRADE, minGrade);
    parameters.put(Setting.MIN_GRADES, minGrades == null ? null : minGrades.texts());
  }

  @Override
  void conclude(Audit audit, Reports reports, Configuration configuration)
      throws MojoFailureException {
    Threshold threshold = configuration.threshold();
    reports.write(audit, threshold.severity());
    String wrong =
        Stream.of(
                threshold.exceededBy(audit),
                configuration.minimum().missedBy(Scorecard.of(audit)),
                told(
                    "unused suppression",
                    configuration.failsOnUnused() ? audit.leftovers().unused() : List.of()),
                told("suppression without a reason", audit.leftovers().unreasoned()))
            .flatMap(Optional::stream)
            .collect(joining("\n"));
    if (!wrong.isEmpty() && configuration.failOnViolation()) {
      throw new MojoFailureException(reports.withPlace(wrong));
    }
    if (!wrong.isEmpty()) {
      reports.withPlace(wrong).lines().forEach(getLog()::warn);
    }
  }

  private static Optional<String> told(String noun, List<Remark> remarks) {
    return remarks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s %s, none allowed:%s"
                .formatted(
                    remarks.size(),
                    remarks.size() == 1 ? noun : noun.replace("suppression", "suppressions"),
                    remarks.stream()
                        .limit(MOST_REMARKS)
                        .map(remark -> "\n  %s %s".formatted(remark.range(), remark.message()))
                        .collect(joining())));
  }
}
