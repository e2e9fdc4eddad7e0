package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record InvalidLabelKey(boolean strict) implements DockerfileRule {

  private static final Pattern VALID = Pattern.compile("[a-z](?:[a-z0-9_]|[.-](?=[a-z0-9]))*");

  private static final Pattern NOT_ALLOWED = Pattern.compile("[^a-z0-9.-]+");

  private static final List<String> RESERVED =
      List.of("com.docker.", "io.docker.", "org.dockerproject.");

  /** What ONBUILD leaves to others counts too. */
  public InvalidLabelKey() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1310", "invalid-label-key")
        .summary("The key of a label has no valid form")
        .why(
            """
            Keys of labels consist of lower-case letters, digits, dots and hyphens, begin with a letter, end with a
            letter or digit, and have no two dots or hyphens in a row. `com.docker.`, `io.docker.` and
            `org.dockerproject.` belong to Docker. Tools that filter by labels rely on that.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            LABEL Build_Date="2026-09-01"
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            LABEL build-date="2026-09-01"
            """)
        .fixedSometimes()
        .flag("strict", "Whether to judge as hadolint: ONBUILD does not count")
        .aliases("hadolint:DL3048", "tally:labels/valid-key")
        .references(
            "https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations");
  }

  @Override
  public Rule with(Options options) {
    return new InvalidLabelKey(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Label.class)
        .filter(label -> !strict || !label.isTrigger())
        .flatMap(label -> label.assignments().stream())
        .map(Assignment::name)
        .flatMap(key -> key.literal().flatMap(text -> judge(key, text)).stream());
  }

  private Optional<Finding> judge(Word key, String text) {
    if (RESERVED.stream().anyMatch(text::startsWith)) {
      return Optional.of(finding(key, "'%s' is in a namespace of Docker's; use your own", key));
    }
    return VALID.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(
            mend(
                finding(
                    key, "'%s' is no valid key; use a-z, 0-9, '.' and '-', a letter first", key),
                key,
                text));
  }

  /** Risky: whoever looks for the label looks for the old key. */
  private static Finding mend(Finding finding, Word key, String text) {
    String valid = NOT_ALLOWED.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    return VALID.matcher(valid).matches() && key.range().text().contains(text)
        ? finding.fixedBy(
            Fix.risky(
                "Say " + valid, key.range().replaceWith(key.range().text().replace(text, valid))))
        : finding.notFixedBecause("what to call it only you know");
  }
}
