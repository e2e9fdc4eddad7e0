package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Unknown;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnknownInstruction implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1001", "unknown-instruction")
        .summary("An instruction that Docker does not know")
        .why(
            """
            Docker rejects the whole file. Mostly the keyword is misspelt, or the backslash that would make the line
            part of the one before it is missing.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COYP app.jar /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            """)
        .fixedSometimes()
        .aliases(
            "tally:unknown-instruction",
            "dockerfilelint:invalid_command",
            "dockadvisor:UnrecognizedInstruction")
        .references("https://docs.docker.com/reference/dockerfile/#format");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    if (!file.directives().isDockerSyntax()) {
      return Stream.empty();
    }
    return file.all(Unknown.class).filter(unknown -> !unknown.keyword().isEmpty()).map(this::judge);
  }

  private Finding judge(Unknown unknown) {
    Word keyword = unknown.keyword();
    if (unknown.meant().isEmpty()) {
      return finding(
          keyword, "Unknown instruction '%s'; does the line above lack a backslash?", keyword);
    }
    String meant = unknown.meant().get();
    Finding finding =
        finding(keyword, "Unknown instruction '%s'; did you mean %s?", keyword, meant);
    return isAccepted(unknown, meant)
        ? finding.fixedBy(Fix.intended("Say " + meant, unknown.renameTo(meant)))
        : finding.notFixedBecause("Docker would refuse it as %s too".formatted(meant));
  }

  /** Whether what follows the keyword would do for the other one. */
  private static boolean isAccepted(Unknown unknown, String meant) {
    SourceRange whole = unknown.range();
    SourceRange keyword = unknown.keyword().range();
    String rest = whole.source().text().substring(keyword.end(), whole.end());
    String base = meant.equals("FROM") ? "" : "FROM scratch\n";
    return Dockerfile.parse(Source.of("", base + meant + rest)).problems().isEmpty();
  }
}
