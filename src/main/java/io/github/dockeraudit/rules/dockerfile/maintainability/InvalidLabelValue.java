package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.LabelForm;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record InvalidLabelValue(Map<String, LabelForm> forms) implements DockerfileRule {

  private static final String OCI = "org.opencontainers.image.";

  private static final Map<String, LabelForm> OCI_FORMS =
      Map.of(
          OCI + "created", LabelForm.RFC3339,
          OCI + "documentation", LabelForm.URL,
          OCI + "licenses", LabelForm.SPDX,
          OCI + "source", LabelForm.URL,
          OCI + "url", LabelForm.URL);

  /** The labels of the OCI alone are checked. */
  public InvalidLabelValue() {
    this(Map.of());
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1312", "invalid-label-value")
        .summary("The value of a label has not the form that it must have")
        .why(
            """
            Registries and scanners read the labels of the OCI: dates in RFC 3339, addresses as URLs, licences as SPDX
            expressions. They pass over a value that they cannot read, and over an empty one.

            With `forms` labels of your own are checked too. A form is `text` (anything but nothing), `url`, `rfc3339`,
            `spdx`, `hash` (of a git commit), `semver` or `email`. Silent for values that only the build knows.
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
        .list("forms", "", "Labels of your own with the form that each must have, as `name:form`")
        .aliasesOf("hadolint", "DL3051 DL3052 DL3053 DL3054 DL3055 DL3056 DL3058")
        .references("https://github.com/opencontainers/image-spec/blob/main/annotations.md");
  }

  @Override
  public Rule with(Options options) {
    return new InvalidLabelValue(LabelForm.byName("forms", options.list("forms", List.of())));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Label.class)
        .flatMap(label -> label.assignments().stream())
        .flatMap(label -> form(label).flatMap(form -> judge(label, form)).stream());
  }

  private Optional<LabelForm> form(Assignment label) {
    String name = label.name().literal().orElse("");
    LabelForm form = forms.getOrDefault(name, OCI_FORMS.get(name));
    return Optional.ofNullable(form == null && name.startsWith(OCI) ? LabelForm.TEXT : form);
  }

  private Optional<Finding> judge(Assignment label, LabelForm form) {
    return label
        .value()
        .filter(value -> value.literal().filter(text -> !form.accepts(text)).isPresent())
        .map(value -> finding(label, value, form).knownAs("hadolint:" + code(form)));
  }

  private Finding finding(Assignment label, Word value, LabelForm form) {
    return form == LabelForm.TEXT
        ? finding(value, "Label '%s' is empty; give it a value or drop it", label.name())
        : finding(
            value, "Label '%s' must be %s; mend or drop it", label.name(), form.description());
  }

  private static String code(LabelForm form) {
    return switch (form) {
      case TEXT -> "DL3051";
      case URL -> "DL3052";
      case RFC3339 -> "DL3053";
      case SPDX -> "DL3054";
      case HASH -> "DL3055";
      case SEMVER -> "DL3056";
      case EMAIL -> "DL3058";
    };
  }
}
