package io.github.dockeraudit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ConfigurationSchemaTest {

  private static final String SCHEMA =
      ConfigurationSchema.of(Ruleset.load(Rule.class.getClassLoader()));

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

  private boolean accepts(String yaml) {
    Map<String, Object> value = new Yaml().load(yaml);
    return schema.validate(new ObjectMapper().valueToTree(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "profile: all",
        "includes: a/*.docker",
        "excludes: [samples/**]",
        "minGrades: {security: A-}",
        "rules: {root-user: {severity: info}, missing-user: \"off\", DL3008: error, ACME1101: {severity: info, x: 1}}",
        "rules: {untagged-image: {severity: error, strict: true}}",
        "overrides: [{files: demo/**, rules: {missing-user: info}}]",
        "suppressions: [{rule: [a, b], files: c, reason: d, until: \"2027-01-31\"}]",
        "customRules: [rules/own.yml, {id: ACME1101}]",
      })
  void itAcceptsWhatTheReaderDoes(String yaml) {
    assertThat(accepts(yaml)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profil: all",
        "profile: strictest",
        "minScore: high",
        "maxAllowedViolations: -1",
        "minGrade: G",
        "rules: {missing-user: fatal}",
        "rules: {untagged-image: {strikt: true}}",
        "rules: {untagged-image: {strict: maybe}}",
        "overrides: [{rules: {missing-user: info}}]",
        "suppressions: [{files: c}]",
        "suppressions: [{rule: a, until: soon}]",
      })
  void itRefusesWhatTheReaderDoes(String yaml) {
    assertThat(accepts(yaml)).isFalse();
  }

  @Test
  void everyRuleIsThere() {
    List<String> names =
        Ruleset.load(Rule.class.getClassLoader()).rules().stream()
            .map(rule -> '"' + rule.info().name() + "\": {")
            .toList();
    assertThat(SCHEMA).contains(names);
  }
}
