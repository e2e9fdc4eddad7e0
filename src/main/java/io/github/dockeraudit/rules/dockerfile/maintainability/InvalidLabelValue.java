package io.github.dockeraudit.rules.dockerfile.maintainability;

import static io.github.dockeraudit.rule.RuleInfo.rule;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class InvalidLabelValue implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1312", "invalid-label-value")
          .severity(Severity.INFO)
          .summary("The value of a label of the OCI has not the form that it must have")
          .why(
              """
              Registries and scanners read these labels: dates in RFC 3339, addresses as URLs, the revision as the
              hash of a commit, licences as SPDX expressions. They pass over a value that they cannot read, and
              over an empty one.
              """)
          .bad(
              """
              FROM eclipse-temurin:21-jre
              LABEL org.opencontainers.image.created="yesterday"
              """)
          .good(
              """
              FROM eclipse-temurin:21-jre
              LABEL org.opencontainers.image.created="2026-09-01T12:00:00Z"
              """)
          .aliases(
              "hadolint:DL3051",
              "hadolint:DL3052",
              "hadolint:DL3053",
              "hadolint:DL3054",
              "hadolint:DL3055")
          .references("https://github.com/opencontainers/image-spec/blob/main/annotations.md")
          .since("1.0.0");

  private static final String OCI = "org.opencontainers.image.";

  private static final Map<String, Pattern> FORMS =
      Map.of(
          "created",
              Pattern.compile(
                  "\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:[Zz]|[+-]\\d\\d:\\d\\d)"),
          "documentation", Pattern.compile("\\w+://\\S+"),
          "licenses", Pattern.compile("[A-Za-z0-9.+():-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+():-]+)*"),
          "source", Pattern.compile("\\w+://\\S+"),
          "url", Pattern.compile("\\w+://\\S+"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Label.class)
        .flatMap(label -> label.assignments().stream())
        .filter(label -> label.name().text().startsWith(OCI))
        .filter(
            label -> label.value().flatMap(Word::literal).filter(v -> !fits(label, v)).isPresent())
        .map(
            label ->
                finding(
                    label.value().orElseThrow(),
                    "This is no value for '%s' that others can read; mend or drop it",
                    label.name()));
  }

  private static boolean fits(Assignment label, String value) {
    Pattern form = FORMS.get(label.name().text().substring(OCI.length()));
    return !value.isBlank() && (form == null || form.matcher(value).matches());
  }
}
