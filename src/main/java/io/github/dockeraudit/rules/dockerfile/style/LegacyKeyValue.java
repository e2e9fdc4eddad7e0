package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class LegacyKeyValue implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1404", "legacy-key-value")
        .offByDefault()
        .summary("ENV or LABEL parts name and value by a space")
        .why(
            """
            `ENV name value` can set only one variable, and takes everything up to the end of the line for the value.
            Docker's documentation calls it legacy and may drop it; `ENV name=value` does the same.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            ENV APP_HOME /opt/app
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            ENV APP_HOME=/opt/app
            """)
        .fixedSometimes()
        .buildkit("LegacyKeyValueFormat")
        .aliases("dockerfilelint:label_invalid")
        .references("https://docs.docker.com/reference/build-checks/legacy-key-value-format/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return Stream.concat(
            file.all(Env.class).map(Env::assignments),
            file.all(Label.class).map(Label::assignments))
        .flatMap(List::stream)
        .filter(Assignment::isLegacy)
        .map(this::judge);
  }

  private Finding judge(Assignment assignment) {
    Finding finding =
        finding(
            assignment.name(),
            "A space parts '%s' from its value, which is the old way; write =",
            assignment.name());
    Word value = assignment.value().orElseThrow();
    Optional<String> text = quoted(value);
    if (value.text().startsWith("=")) {
      return finding.notFixedBecause("the space before = is likely a slip");
    }
    if (text.isEmpty()) {
      return finding.notFixedBecause("quotes stand inside the value");
    }
    SourceRange name = assignment.name().range();
    return finding.fixedBy(
        Fix.safe(
            "Write name=value",
            name.source().range(name.end(), value.range().end()).replaceWith("=" + text.get())));
  }

  /** The value as one word; empty where quotes or escapes in it would come to mean another. */
  private static Optional<String> quoted(Word value) {
    String raw = value.range().text();
    if (raw.isEmpty()) {
      return Optional.of("\"\"");
    }
    boolean isOneWord = raw.chars().noneMatch(Character::isWhitespace);
    char first = raw.charAt(0);
    boolean isQuoted =
        raw.length() > 1
            && (first == '"' || first == '\'')
            && raw.indexOf(first, 1) == raw.length() - 1
            && raw.indexOf('\\') < 0;
    if (isOneWord || isQuoted) {
      return Optional.of(raw);
    }
    boolean isPlain = raw.chars().noneMatch(c -> "\"'\\`\n".indexOf(c) >= 0);
    return isPlain ? Optional.of('"' + raw + '"') : Optional.empty();
  }
}
