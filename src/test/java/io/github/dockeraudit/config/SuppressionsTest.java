package io.github.dockeraudit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.audit.Acceptance;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Leftovers.Remark;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audits are made on 2026-11-22. */
class SuppressionsTest {

  private static final Ruleset ALL = Ruleset.load(Rule.class.getClassLoader());
  private static final String DOCKERFILE = "FROM alpine:3.22\nADD a.jar /\nUSER 1\n";

  private static Audit audit(String config, String dockerfile) {
    Layer layer = ConfigFile.read(Source.of(".docker-audit.yml", config), "", path -> null);
    Configuration configuration = new Layers(List.of(layer)).configuration(List.of());
    return Audits.of(
        configuration
            .rules()
            .policy(ALL)
            .accepting(configuration.suppressions(), configuration.needsReasons()),
        "images/Dockerfile",
        dockerfile);
  }

  private static boolean isFound(Audit audit) {
    return audit.findings().stream().anyMatch(finding -> finding.rule().id().equals("DA1304"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rule: DL3020                                     | true
          rule: [missing-user, hadolint:DL3020]            | true
          rule: add-for-plain-copy, files: images/**       | true
          rule: add-for-plain-copy, files: images          | true
          rule: add-for-plain-copy, files: [samples, '**/Dockerfile'] | true
          rule: add-for-plain-copy, files: samples/**      | false
          rule: add-for-plain-copy, until: 2026-11-22      | true
          rule: add-for-plain-copy, until: 2026-11-21      | false
          rule: missing-user                               | false
          """)
  void anEntryAcceptsWhatItNames(String entry, boolean accepts) {
    Audit audit = audit("suppressions: [{%s, reason: old}]".formatted(entry), DOCKERFILE);
    assertThat(isFound(audit)).isEqualTo(!accepts);
    assertThat(audit.countAccepted(Acceptance.Kind.CONFIGURATION)).isEqualTo(accepts ? 1 : 0);
    if (accepts) {
      assertThat(audit.suppressed().get(0).by().reason()).isEqualTo("old");
    }
  }

  @Test
  void whatAcceptsNothingIsTold() {
    Audit audit =
        audit(
            "suppressions: [{rule: DA1304, reason: x}, {rule: sudo-in-run, reason: x}]",
            "# docker-audit ignore=latest-image -- once\n" + DOCKERFILE);
    assertThat(audit.leftovers().unused())
        .extracting(remark -> remark.range() + " " + remark.message())
        .containsExactly(
            ".docker-audit.yml:1:50 'sudo-in-run' accepts nothing; remove it",
            "images/Dockerfile:1:3 'latest-image' accepts nothing here; remove it");
  }

  @Test
  void ofSeveralLabelsTheIdleOneIsTold() {
    Audit audit =
        audit(
            "",
            "FROM alpine:3.22\n# docker-audit ignore=DA1304,sudo-in-run -- x\nADD a /\nUSER 1\n");
    assertThat(audit.leftovers().unused())
        .extracting(Remark::message)
        .containsExactly("'sudo-in-run' accepts nothing here; remove it");
  }

  /** What a rule that does not run would find is not known. */
  @Test
  void whatIsOfARuleThatDoesNotRunIsNotTold() {
    Audit audit =
        audit(
            "rules: {sudo-in-run: off}\nsuppressions: [{rule: sudo-in-run}]",
            "# docker-audit ignore=sudo-in-run\n# hadolint ignore=SC2086,DL9999\n" + DOCKERFILE);
    assertThat(audit.leftovers().unused()).isEmpty();
  }

  @Test
  void whatIsOverIsTold() {
    assertThat(
            audit("suppressions: [{rule: DA1304, until: 2026-01-31}]", DOCKERFILE)
                .leftovers()
                .unused())
        .extracting(Remark::message)
        .containsExactly(
            "The suppression is over since 2026-01-31; mend what it accepted, and remove it");
  }

  @Test
  void aReasonIsAskedForWhereWanted() {
    String dockerfile = "FROM alpine:3.22\n# hadolint ignore=DL3020\nADD a.jar /\nUSER 1\n";
    assertThat(audit("", dockerfile).leftovers().unreasoned()).isEmpty();
    assertThat(
            audit("requireReason: true\nsuppressions: [{rule: DA1103}]", dockerfile)
                .leftovers()
                .unreasoned())
        .extracting(remark -> remark.range().source().path())
        .containsExactly(".docker-audit.yml", "images/Dockerfile");
    assertThat(
            audit(
                    "requireReason: true",
                    dockerfile.replace("hadolint ignore=DL3020", "docker-audit ignore=DL3020 -- x"))
                .leftovers()
                .unreasoned())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {files: a}                   | 1:17: has no 'rule'; add 'rule:'
          {rule: a, untill: 2026-01-01} | 1:26: there is no key of a suppression 'untill'; did you mean 'until'?
          {rule: DA1103, until: soon}  | 1:38: until is 'soon'; give a date such as 2027-01-31
          {rule: mising-user}          | 1:23: there is no rule 'mising-user'; did you mean 'missing-user'?
          """)
  void aWrongEntryIsToldWithItsPlace(String entry, String message) {
    assertThatThrownBy(() -> audit("suppressions: [%s]".formatted(entry), DOCKERFILE))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining(message);
  }
}
