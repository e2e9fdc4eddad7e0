package io.github.dockeraudit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Policy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HadolintFileTest {

  private static final Ruleset ALL = Ruleset.load(Rule.class.getClassLoader());

  @Test
  void whatIsIgnoredIsNotTold() {
    assertThat(names("ignored: [DL3020, SC2086, DL9999]", "FROM alpine:3.22\nADD app /app\n"))
        .doesNotContain("add-for-plain-copy");
  }

  @Test
  void ofARuleWithSeveralIdsOnlyTheOneIsIgnored() {
    String both = "FROM debian:13-slim\nRUN apt-get install -y curl && pip install app\n";
    assertThat(
            audit("override:\n  warning: [DL3008, DL3013]\nignored: [DL3008]\n", both).findings())
        .filteredOn(finding -> finding.rule().name().equals("unpinned-package"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.aliases()).contains("hadolint:DL3013"));
  }

  @ParameterizedTest
  @CsvSource({"error, ERROR", "warning, WARNING", "info, INFO", "style, INFO"})
  void anOverriddenSeverityCounts(String word, Severity severity) {
    assertThat(
            audit("override: {%s: [DL3020]}".formatted(word), "FROM alpine:3.22\nADD app /app\n")
                .findings())
        .filteredOn(finding -> finding.rule().name().equals("add-for-plain-copy"))
        .allMatch(finding -> finding.severity() == severity)
        .isNotEmpty();
  }

  @Test
  void anOverrideTurnsARuleOnForThatIdAlone() {
    String both = "FROM debian:13-slim\nRUN apt-get install -y curl && pip install app\n";
    assertThat(audit("override: {warning: [DL3008]}", both).findings())
        .filteredOn(finding -> finding.rule().name().equals("unpinned-package"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.aliases()).contains("hadolint:DL3008"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[example.com]", "example.com"})
  void registriesAreTrusted(String registries) {
    assertThat(names("trustedRegistries: " + registries, "FROM quay.io/a/b:1\n"))
        .contains("untrusted-registry");
    assertThat(names("trustedRegistries: " + registries, "FROM example.com/a/b:1\n"))
        .doesNotContain("untrusted-registry");
  }

  @Test
  void aSchemaAsksForLabelsAndTheirForms() {
    assertThat(names("label-schema: {version: semver}", "FROM alpine:3.22\nLABEL version=x\n"))
        .contains("invalid-label-value")
        .doesNotContain("missing-label", "superfluous-label");
    assertThat(names("label-schema: {version: semver}", "FROM alpine:3.22\n"))
        .contains("missing-label");
  }

  @Test
  void aStrictSchemaAllowsNoOtherLabels() {
    assertThat(
            names(
                "strict-labels: true\nlabel-schema: {version: text}",
                "FROM alpine:3.22\nLABEL version=x a.b=c\n"))
        .contains("superfluous-label")
        .doesNotContain("missing-label");
    assertThat(names("strict-labels: true", "FROM alpine:3.22\nLABEL a.b=c\n"))
        .contains("superfluous-label");
  }

  @Test
  void commentsOfHadolintAloneAreSwitchedOff() {
    String file =
        "FROM alpine:3.22\n# hadolint ignore=DL3020\nADD a /a\n"
            + "# docker-audit ignore=hadolint:DL3020\nADD b /b\n";
    assertThat(audit("disable-ignore-pragma: true", file).suppressed()).hasSize(1);
    assertThat(audit("disable-ignore-pragma: false", file).suppressed()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"error, ERROR", "warning, WARNING", "style, INFO", "none, INFO"})
  void theThresholdIsThatOfViolations(String word, Severity severity) {
    assertThat(configuration("failure-threshold: " + word).threshold().severity())
        .isEqualTo(severity);
  }

  @Test
  void aBuildMayGoOn() {
    assertThat(configuration("no-fail: true").failOnViolation()).isFalse();
    assertThat(configuration("no-fail: false").failOnViolation()).isTrue();
  }

  @Test
  void anUnknownKeyIsPassedOverWithAWarning() {
    assertThat(read("ignore: [DL3008]\nformat: json\n").warnings())
        .singleElement()
        .asString()
        .contains(".hadolint.yaml:1:1", "'ignore'", "did you mean 'ignored'?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ignored: DL3008 | 1:10: ignored is no list",
        "ignored: [{a: b}] | 1:11: a rule has more than one value",
        "override: {fatal: [DL3008]} | 1:12: override has no severity 'fatal'",
        "label-schema: {a: number} | 1:19: there is no form 'number'",
        "failure-threshold: fatal | 1:20: failure-threshold is 'fatal'",
        "no-fail: perhaps | 1:10: no-fail is 'perhaps'",
        "- DL3008 | 1:1: the file has no keys",
        "'ignored: [DL3008' | 1:",
      })
  void whatHadolintCannotReadIsRefused(String text, String problem) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "{}\n", "ignored: []\n"})
  void anEmptyFileSaysNothing(String text) {
    assertThat(read(text).layer()).isEqualTo(Layer.EMPTY);
  }

  @Test
  void canBeWrittenAsOurs() {
    HadolintFile hadolint =
        read(
            """
            ignored: [DL3008]
            override: {error: [DL3020]}
            trustedRegistries: ["*.example.com", docker.io]
            failure-threshold: warning
            """);
    assertThat(hadolint.asOurs())
        .containsExactly(
            "violationSeverity: warning",
            "rules:",
            "  hadolint:DL3008: off",
            "  hadolint:DL3020: error",
            "  untrusted-registry:",
            "    severity: on",
            "    trustedRegistries: ['*.example.com', 'docker.io']");
    Source ours = Source.of(".docker-audit.yml", String.join("\n", hadolint.asOurs()));
    assertThat(
            new Layers(List.of(ConfigFile.read(ours, "", path -> ours)))
                .configuration(List.of())
                .threshold())
        .isEqualTo(new Layers(List.of(hadolint.layer())).configuration(List.of()).threshold());
  }

  private static HadolintFile read(String text) {
    return HadolintFile.read(Source.of(".hadolint.yaml", text));
  }

  private static Configuration configuration(String text) {
    return new Layers(List.of(read(text).layer())).configuration(List.of());
  }

  private static List<String> names(String configuration, String dockerfile) {
    return audit(configuration, dockerfile).findings().stream()
        .map(finding -> finding.rule().name())
        .toList();
  }

  private static Audit audit(String text, String dockerfile) {
    Configuration configuration = configuration(text);
    Policy policy =
        configuration
            .rules()
            .policy(ALL)
            .honouringHadolintComments(configuration.takesHadolintComments());
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", dockerfile));
    return new Auditor(policy).audit(Project.of(file, LocalDate.of(2026, 9, 1)));
  }
}
