package io.github.dockeraudit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.audit.Grade;
import io.github.dockeraudit.audit.Origin;
import io.github.dockeraudit.audit.Policy;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {

  private static final Ruleset ALL = Ruleset.load(Rule.class.getClassLoader());

  private static Configuration configuration(String text) {
    return new Layers(List.of(read(text))).configuration(List.of());
  }

  private static Layer read(String text) {
    return ConfigFile.read(Source.of(".docker-audit.yml", text), "", path -> null);
  }

  private static Policy policy(String text) {
    return configuration(text).rules().policy(ALL);
  }

  @Test
  void theOptionsOfARuleThatIsWrittenHereAreSetLikeThoseOfOthers() {
    Configuration configuration =
        configuration(
            """
            rules:
              strange-registry: {trusted: [b.example.com, c.example.com]}
            customRules:
              - id: ACME1102
                name: strange-registry
                summary: An image does not come from a registry that we trust
                options:
                  trusted: {default: [a.example.com]}
                match:
                  image:
                    registry: {not: "{trusted}"}
                message: Take it from {trusted}
                bad: FROM alpine
                good: FROM a.example.com/alpine
            """);
    Policy policy = configuration.rules().policy(ALL.and(configuration.customRules()));
    Rule rule = policy.rules().called("strange-registry").get(0);
    assertThat(((DockerfileRule) rule).check(dockerfile("FROM a.example.com/x\n")))
        .extracting(Finding::message)
        .containsExactly("Take it from b.example.com, c.example.com");
    assertThat(((DockerfileRule) rule).check(dockerfile("FROM c.example.com/x\n"))).isEmpty();
  }

  private static Dockerfile dockerfile(String text) {
    return Dockerfile.parse(Source.of("Dockerfile", text));
  }

  @Test
  void everySettingIsRead() {
    Configuration configuration =
        configuration(
            """
            profile: all
            includes: images/*.docker
            excludes:
              - samples/**
            violationSeverity: warning
            maxAllowedViolations: 3
            minScore: 70
            minGrade: B+
            minGrades:
              security: A-
            failOnViolation: false
            fixLevel: safe
            """);
    assertThat(configuration.rules().profile()).isEqualTo(Profile.ALL);
    assertThat(configuration.excludes().cover("samples/web/Dockerfile")).isTrue();
    assertThat(configuration.excludes().cover("web/Dockerfile")).isFalse();
    assertThat(configuration.threshold().severity()).isEqualTo(Severity.WARNING);
    assertThat(configuration.threshold().maxAllowed()).isEqualTo(3);
    assertThat(configuration.minimum().score()).isEqualTo(70);
    assertThat(configuration.minimum().overall()).contains(Grade.named("B+").orElseThrow());
    assertThat(configuration.minimum().aspects()).containsOnlyKeys(Aspect.SECURITY);
    assertThat(configuration.failOnViolation()).isFalse();
    assertThat(configuration.fixLevel()).isEqualTo(FixLevel.SAFE);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                configuration(
                    """
                    profil: all
                    rules:
                      missing-user: of
                      root-user: warn
                    overrides:
                      - file: [a/**]
                    """))
        .hasMessageContainingAll(
            ".docker-audit.yml:1:1: there is no key 'profil'; did you mean 'profile'?\n",
            ".docker-audit.yml:3:3: sets missing-user to 'of'; did you mean 'off'?\n",
            ".docker-audit.yml:4:3: sets root-user to 'warn'",
            ".docker-audit.yml:6:5: there is no key of an override 'file'");
    assertThatThrownBy(() -> policy("rules: {missing-usr: off, rot-user: off}"))
        .hasMessage(
            ".docker-audit.yml:1:9: there is no rule 'missing-usr'; did you mean 'missing-user'?\n"
                + ".docker-audit.yml:1:27: there is no rule 'rot-user'; did you mean 'root-user'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "---\n", "rules: {}\n"})
  void aFileThatSaysNothingChangesNothing(String text) {
    assertThat(policy(text).rules().rules())
        .hasSameSizeAs(policy("profile: recommended").rules().rules());
  }

  @Test
  void aRuleIsSetByAnyOfItsNames() {
    Policy policy =
        policy(
            """
            rules:
              missing-user: off
              DL3020: info
              hadolint:DL3025:
                severity: warning
            """);
    assertThat(policy.state("DA1103").enabled()).isFalse();
    assertThat(policy.state("DA1304").severity()).contains(Severity.INFO);
    assertThat(policy.state("DA1005").severity()).contains(Severity.WARNING);
    assertThat(policy.state("DA1103").enabledBy().place()).isEqualTo(".docker-audit.yml:2:3");
  }

  @Test
  void aSeverityTurnsARuleOn() {
    assertThat(policy("rules: {DA1025: warning}").state("DA1025").enabled()).isTrue();
    assertThat(policy("").state("DA1025").enabled()).isFalse();
  }

  @Test
  void strongerPlacesWin() {
    Layer file = read("rules: {missing-user: off}\nminScore: 50\nmaxAllowedViolations: 1");
    Layer pom =
        Layer.builder()
            .rule(RuleBlock.state("missing-user", "info", Origin.pom("rules")))
            .set(Setting.MIN_SCORE, List.of("60"), Origin.pom("minScore"))
            .build();
    Layer commandLine =
        Layer.builder()
            .rule(RuleSetting.off("DA1103", Origin.commandLine("docker-audit.skipRules")))
            .build();
    Configuration weaker = new Layers(List.of(file, pom)).configuration(List.of());
    assertThat(weaker.rules().policy(ALL).state("DA1103").severity()).contains(Severity.INFO);
    assertThat(weaker.minimum().score()).isEqualTo(60);
    assertThat(weaker.threshold().maxAllowed()).isEqualTo(1);
    Configuration stronger = new Layers(List.of(file, pom, commandLine)).configuration(List.of());
    assertThat(stronger.rules().policy(ALL).state("DA1103").enabled()).isFalse();
  }

  @Test
  void theStrongerPlaceDecidesWhetherToFail() {
    Layer file = read("warnOnly: true");
    Layer pom =
        Layer.builder()
            .set(Setting.FAIL_ON_VIOLATION, List.of("true"), Origin.pom("failOnViolation"))
            .build();
    assertThat(new Layers(List.of(file)).configuration(List.of()).failOnViolation()).isFalse();
    assertThat(new Layers(List.of(file, pom)).configuration(List.of()).failOnViolation()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          profil: all | 1:1: there is no key 'profil'; did you mean 'profile'?
          profile: hard | 1:1: profile is 'hard'; give one of recommended, strict, all, hadolint, buildkit
          minScore: 101 | 1:1: minScore is 101; give a number from 0 to 100
          minScore: high | 1:1: minScore is high; give a number from 0 to 100
          failOnViolation: maybe | 1:1: failOnViolation is 'maybe'; give true or false
          minGrade: [A, B] | 1:11: minGrade has more than one value; give one
          minGrades: {security: Z} | 1:1: minGrades of security is 'Z'; give one of A+, A, A-
          rules: off | 1:8: rules has no keys; write it as 'missing-user: ...'
          rules: {mising-user: off} | 1:9: there is no rule 'mising-user'; did you mean 'missing-user'?
          rules: {missing-user: of} | 1:9: sets missing-user to 'of'; did you mean 'off'?
          rules: {untagged-image: {strikt: true}} | 1:26: there is no option 'strikt' of untagged-image; did you mean 'strict'?
          rules: {untagged-image: {strict: maybe}} | 1:26: untagged-image: option strict takes true or false, not 'maybe'
          rules: {deprecated-maintainer: {strict: true}} | there is no option 'strict' of deprecated-maintainer; the rule has none
          overrides: [{rules: {missing-user: off}}] | 1:14: has no 'files'; add 'files:'
          overrides: [{files: a, rule: {}}] | 1:24: there is no key of an override 'rule'; did you mean 'rules'?
          overrides: [{files: a, rules: {untagged-image: {strict: true}}}] | sets an option for some files alone
          - a | 1:1: the file has no keys
          """)
  void whatIsWrongIsToldWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> policy(text))
        .isInstanceOf(AuditException.class)
        .hasMessageStartingWith(".docker-audit.yml:1:")
        .hasMessageContaining(message);
  }

  @Test
  void whatIsNoYamlIsToldWithItsPlace() {
    assertThatThrownBy(() -> read("rules:\n  a: [\n"))
        .isInstanceOf(AuditException.class)
        .hasMessageStartingWith(".docker-audit.yml:");
  }

  @Test
  void theSeverityOfAFileIsThatOfTheLastOverrideForIt() {
    Layer layer =
        ConfigFile.read(
            Source.of(
                ".docker-audit.yml",
                """
                rules: {DA1304: off}
                overrides:
                  - files: services/**
                    rules: {DA1304: error}
                  - files: services/samples/**
                    rules: {DA1304: info}
                """),
            "services/",
            path -> null);
    Policy policy = new Layers(List.of(layer)).configuration(List.of()).rules().policy(ALL);
    assertThat(policy.rules().called("DA1304")).hasSize(1);
    assertThat(severity(policy, "Dockerfile")).contains(Severity.ERROR);
    assertThat(severity(policy, "samples/Dockerfile")).contains(Severity.INFO);
    assertThat(policy(" ").rules().called("DA1304")).hasSize(1);
  }

  private static Optional<Severity> severity(Policy policy, String path) {
    return Audits.of(policy, path, "FROM scratch\nADD a.txt /\n").findings().stream()
        .filter(finding -> finding.rule().id().equals("DA1304"))
        .map(finding -> finding.severity())
        .findFirst();
  }

  @Test
  void whatIsNoYamlIsToldOnceWithWhatToDo() {
    assertThatThrownBy(() -> read("rules:\n\tmissing-user: off\n"))
        .hasMessage(".docker-audit.yml:2:1: A tab cannot indent YAML; use spaces");
  }

  @Test
  void everyRuleThatIsNoneIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                policy(
                    """
                    rules: {missing-usr: off}
                    overrides:
                      - files: demo/**
                        rules: {latest-imag: off, root-usr: off}
                    """))
        .hasMessage(
            """
            .docker-audit.yml:1:9: there is no rule 'missing-usr'; did you mean 'missing-user'?
            .docker-audit.yml:4:13: there is no rule 'latest-imag'; did you mean 'latest-image'?
            .docker-audit.yml:4:31: there is no rule 'root-usr'; did you mean 'root-user'?"""
                .stripIndent());
  }
}
