package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class InlineSuppression implements DockerfileRule {

  private static final List<String> PRAGMAS = List.of("hadolint", "docker-audit");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1314", "inline-suppression")
        .offByDefault()
        .summary("A comment keeps a rule from being told")
        .why(
            """
            Turn this on where every exception has to go through the configuration, which somebody reviews.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            # hadolint ignore=DL3020
            ADD app.jar /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            ADD app.jar /app/
            """)
        .fixedAlways()
        .aliases("hadolint:DL1001")
        .references("https://github.com/hadolint/hadolint#inline-ignores");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.elements().stream()
        .filter(Comment.class::isInstance)
        .map(Comment.class::cast)
        .filter(comment -> isPragma(comment.text()))
        .map(
            comment ->
                finding(comment, "This comment hides findings; mend what it hides")
                    .fixedBy(Fix.intended("Take it away", comment.range().delete())));
  }

  private static boolean isPragma(String text) {
    return text.startsWith("check=skip=")
        || text.contains("ignore") && PRAGMAS.stream().anyMatch(text::startsWith);
  }
}
