package io.github.dockeraudit.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

  private static final String IMAGE =
      """
      id: ACME1101
      name: foreign-registry
      severity: error
      summary: An image is not from our registry
      why: Ours are scanned.
      references: https://example.com/handbook
      match:
        image:
          registry: {not: [registry.example.com, "*.internal.example.com"]}
      message: "{name} is not from our registry; take it from registry.example.com"
      fix:
        replace: registry.example.com/mirror/{repository}:{tag}
        safety: intended
      bad: |
        FROM eclipse-temurin:21-jre
      good: |
        FROM registry.example.com/eclipse-temurin:21-jre
      """;

  private static Rule read(String yaml) {
    return RuleReader.read(Source.of("rules.yml", yaml)).get(0);
  }

  private static List<Finding> check(Rule rule, String text) {
    return rule instanceof ComposeRule compose
        ? compose.check(Deployment.load(Source.of("compose.yaml", text))).toList()
        : ((DockerfileRule) rule).check(Dockerfile.parse(Source.of("Dockerfile", text))).toList();
  }

  @Test
  void aRuleSaysAllThatOursDo() {
    Rule rule = read(IMAGE);
    assertThat(rule.info().id()).isEqualTo("ACME1101");
    assertThat(rule.info().severity()).isEqualTo(Severity.ERROR);
    assertThat(rule.info().why()).isEqualTo("Ours are scanned.");
    assertThat(rule.info().references()).hasToString("[https://example.com/handbook]");
    Finding finding = check(rule, "FROM alpine:3.22\n").get(0);
    assertThat(finding.message())
        .isEqualTo("alpine is not from our registry; take it from registry.example.com");
    assertThat(finding.range().text()).isEqualTo("alpine:3.22");
    assertThat(finding.fix().orElseThrow().edits().get(0).replacement())
        .isEqualTo("registry.example.com/mirror/library/alpine:3.22");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FROM alpine:3.22                                   | true
          FROM eu.internal.example.com/alpine:3.22           | false
          FROM scratch                                       | false
          FROM registry.example.com/a:1 AS b\\nFROM b        | false
          ARG REGISTRY\\nFROM ${REGISTRY}/a:1                | false
          ARG REGISTRY=quay.io\\nFROM ${REGISTRY}/a:1        | true
          """)
  void anImageIsJudgedByItsParts(String dockerfile, boolean isFound) {
    assertThat(check(read(IMAGE), dockerfile.replace("\\n", "\n"))).hasSize(isFound ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "alpine, registry.example.com/mirror/library/alpine",
    "alpine:3.22, registry.example.com/mirror/library/alpine:3.22",
    "alpine@sha256:D, registry.example.com/mirror/library/alpine@sha256:D",
    "alpine:3.22@sha256:D, registry.example.com/mirror/library/alpine:3.22@sha256:D",
  })
  void aPartThatAnImageHasNotGoesWithItsSeparator(String image, String mirrored) {
    Rule rule = read(IMAGE.replace(":{tag}", ":{tag}@{digest}"));
    String digest = "0".repeat(64);
    Finding finding = check(rule, "FROM " + image.replace("D", digest) + "\n").get(0);
    assertThat(finding.fix().orElseThrow().edits().get(0).replacement())
        .isEqualTo(mirrored.replace("D", digest));
  }

  @Test
  void aFixThatForgetsTheDigestIsNoneForAPinnedImage() {
    String pinned = "FROM alpine:3.22@sha256:%s\n".formatted("0".repeat(64));
    Finding finding = check(read(IMAGE), pinned).get(0);
    assertThat(finding.fix()).isEmpty();
    assertThat(finding.obstacle())
        .contains("it would lose its digest; the fix has to say @{digest}");
  }

  @Test
  void whatAVariableStandsForIsNotReplaced() {
    Finding finding = check(read(IMAGE), "ARG R=quay.io\nFROM ${R}/a:1\n").get(0);
    assertThat(finding.fix()).isEmpty();
    assertThat(finding.obstacle()).contains("a variable stands in its place");
  }

  private static String rule(String id, String match, String bad, String good) {
    return """
        id: %s
        name: own-rule
        summary: Something
        match: %s
        message: Do not do this
        bad: "%s"
        good: "%s"
        """
        .formatted(id, match, bad, good);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACME1301 | {instruction: MAINTAINER} | FROM a:1\\nMAINTAINER me | FROM a:1 | MAINTAINER
          ACME1301 | {instruction: [ADD, COPY], argument: '*.pem'} | FROM a:1\\nCOPY a key.pem / | FROM a:1\\nCOPY a / | key.pem
          ACME1301 | {instruction: COPY, flags: {chown: {missing: true}}} | FROM a:1\\nCOPY a / | FROM a:1\\nCOPY --chown=1 a / | COPY
          ACME1301 | {instruction: COPY, flags: {from: 'docker.io/*'}} | FROM a:1\\nCOPY --from=docker.io/b a / | FROM a:1\\nCOPY --from=b a / | COPY
          ACME1301 | {instruction: USER, argument: {not: ['1000', '1001']}} | FROM a:1\\nUSER root | FROM a:1\\nUSER 1001 | root
          ACME1301 | {command: npm, argument: publish} | FROM a:1\\nRUN cd x && npm publish | FROM a:1\\nRUN npm ci | publish
          ACME1301 | {command: [curl, wget], withFlag: [-k, --insecure]} | FROM a:1\\nRUN sudo curl -sk https://a | FROM a:1\\nRUN curl -s https://a | curl
          ACME1301 | {command: pip, withoutFlag: --require-hashes, argument: install} | FROM a:1\\nRUN pip install a | FROM a:1\\nRUN pip install --require-hashes a | install
          ACME2301 | {image: {tag: {missing: true}}} | services: {a: {image: b}} | services: {a: {image: 'b:1'}} | b
          ACME2301 | {service: {privileged: 'true'}} | services: {a: {privileged: true}} | services: {a: {}} | true
          ACME2301 | {service: {logging.driver: {missing: true}}} | services: {a: {image: b}} | services: {a: {logging: {driver: local}}} | a
          ACME2301 | {service: {cap_drop: {not: ALL}}} | services: {a: {cap_drop: [CHOWN]}} | services: {a: {cap_drop: [CHOWN, ALL]}} | [CHOWN]
          ACME2301 | {service: {cap_add: NET_*, user: {missing: false}}} | services: {a: {cap_add: [NET_RAW], user: me}} | services: {a: {cap_add: [NET_RAW]}} | me
          """)
  void placesAreFoundInTheModel(String id, String match, String bad, String good, String marked) {
    Rule rule = read(rule(id, match, bad, good));
    assertThat(check(rule, bad.replace("\\n", "\n")))
        .extracting(finding -> finding.range().text())
        .containsExactly(marked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: ACME1101        | id: DA1101           | 1:5: ids that begin with DA are taken
          id: ACME1101        | id: acme-1           | 1:5: 'acme-1' is not an id
          id: ACME1101        | id: ACME2101         | 14:6: the rule does not report its bad example
          id: ACME1101\\n     | ''                   | 1:1: has no 'id'; add 'id:'
          name: foreign       | name: Foreign        | 1:5: 'Foreign-registry' is not a name
          severity: error     | severity: eror       | 3:11: there is no severity 'eror'; did you mean 'error'?
          match:              | matches:             | 7:1: there is no key of a rule 'matches'; did you mean 'match'?
          image:              | imag:                | 8:3: match says nothing to look for
          registry: {not      | registri: {not       | 9:5: there is no part of an image 'registri'; did you mean 'registry'?
          {not: [             | {nor: [              | 9:16: there is no condition 'nor'; did you mean 'not'?
          '{name} is'         | '{nam} is'           | 10:10: there is no name to put between braces, 'nam'; did you mean 'name'?
          safety: intended    | safety: sure         | 13:11: there is no safety 'sure'
          FROM eclipse        | FROM registry.example.com/eclipse | 14:6: the rule does not report its bad example
          FROM registry.example.com | FROM example.com/x | 16:7: the rule reports line 1 of its good example
          mirror/{repository} | ../{repository}      | 14:6: the rule still reports its bad example after the fix
          """)
  void whatIsWrongIsToldWithItsPlace(String right, String wrong, String message) {
    String yaml = IMAGE.replace(right.replace("\\n", "\n"), wrong);
    if (wrong.startsWith("../")) {
      yaml = IMAGE.replace("registry.example.com/mirror/", "quay.io/");
    }
    String text = yaml;
    assertThat(text).isNotEqualTo(IMAGE);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("rules.yml:" + message);
  }

  @Test
  void theIdSaysWhatTheRuleIsOn() {
    assertThatThrownBy(() -> read(rule("ACME1301", "{service: {privileged: 'true'}}", "", "")))
        .hasMessageContaining("ACME1301 is the id of a rule on Dockerfiles");
    assertThatThrownBy(() -> read(rule("ACME2301", "{command: npm}", "", "")))
        .hasMessageContaining("ACME2301 is the id of a rule on compose files");
  }

  private static final String WITH_OPTIONS =
      """
      id: ACME1102
      name: strange-registry
      summary: An image does not come from a registry that we trust
      options:
        trusted:
          default: [registry.example.com]
          description: The registries that images come from
        mirror: {default: mirror.example.com}
      match:
        image:
          registry: {not: ["{trusted}", "*.{mirror}"]}
      message: "{name} is from elsewhere; take it from {trusted}"
      fix:
        replace: "{trusted}/{repository}"
      bad: |
        FROM alpine
      good: |
        FROM registry.example.com/library/alpine
      """;

  @Test
  void anOptionStandsInConditionsMessagesAndFixes() {
    Rule rule = read(WITH_OPTIONS);
    assertThat(rule.info().options())
        .extracting(option -> option.name() + " " + option.type() + " " + option.defaultValue())
        .containsExactly("trusted LIST registry.example.com", "mirror TEXT mirror.example.com");
    assertThat(rule.info().options().get(0).description())
        .isEqualTo("The registries that images come from");
    assertThat(check(rule, "FROM eu.mirror.example.com/alpine\n")).isEmpty();

    Rule set = rule.with(Options.of(Map.of("trusted", List.of("a.example.com", "b.example.com"))));
    assertThat(check(set, "FROM b.example.com/alpine\n")).isEmpty();
    Finding finding = check(set, "FROM registry.example.com/tools\n").get(0);
    assertThat(finding.message())
        .isEqualTo(
            "registry.example.com/tools is from elsewhere; take it from a.example.com, b.example.com");
    assertThat(finding.fix().orElseThrow().edits().get(0).replacement())
        .isEqualTo("a.example.com/tools");
    assertThat(check(rule, "FROM b.example.com/alpine\n")).as("the rule as it was").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[\"{trusted}\" | [\"{trustd}\" | there is no option 'trustd'; did you mean 'trusted'?",
        "trusted: | tag: | {tag} is a part of what is found; give the option another name",
        "{default: | {defualt: | there is no key of an option 'defualt'; did you mean 'default'?",
        "mirror: { | Mir-ror: { | 'Mir-ror' is no name of an option; write it as trustedRegistries",
      })
  void anOptionThatIsNoneIsToldAtItsPlace(String part, String instead, String message) {
    String yaml = WITH_OPTIONS.replace(part.replace("\\n", "\n"), instead.replace("\\n", "\n"));
    assertThat(yaml).isNotEqualTo(WITH_OPTIONS);
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining(message)
        .hasMessageMatching("(?s)rules.yml:\\d+:\\d+: .*");
  }
}
