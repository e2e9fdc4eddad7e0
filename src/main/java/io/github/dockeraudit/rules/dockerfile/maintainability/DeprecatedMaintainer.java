package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Maintainer;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DeprecatedMaintainer implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1306", "deprecated-maintainer")
        .summary("MAINTAINER is deprecated")
        .why(
            """
            `MAINTAINER` has been deprecated since 2017, and nothing but `docker inspect` shows what it says. A label
            can be searched and filtered for; `org.opencontainers.image.authors` is the one that tools know.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            MAINTAINER Team <team@example.com>
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            LABEL org.opencontainers.image.authors="Team <team@example.com>"
            """)
        .fixedAlways()
        .buildkit("MaintainerDeprecated")
        .aliases(
            "hadolint:DL4000",
            "trivy:DS-0022",
            "checkov:CKV_DOCKER_6",
            "kics:maintainer-instruction-being-used",
            "sonar:S6586",
            "dockerfilelint:deprecated_in_1.13",
            "semgrep:maintainer-is-deprecated")
        .references("https://docs.docker.com/reference/build-checks/maintainer-deprecated/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Maintainer.class)
        .map(
            maintainer ->
                finding(
                        maintainer.keyword(),
                        "MAINTAINER is deprecated; write LABEL org.opencontainers.image.authors")
                    .fixedBy(
                        Fix.intended(
                            "Write a label",
                            maintainer.renameTo("LABEL"),
                            maintainer.author().range().replaceWith(label(maintainer)))));
  }

  /** Quotes are part of the text of a MAINTAINER. */
  private static String label(Maintainer maintainer) {
    String author = maintainer.author().text().strip();
    boolean isQuoted = author.length() > 1 && author.startsWith("\"") && author.endsWith("\"");
    String text = isQuoted ? author.substring(1, author.length() - 1) : author;
    StringBuilder label = new StringBuilder("org.opencontainers.image.authors=\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      label.append(c == '"' || c == '$' || c == '\\' ? "\\" : "").append(c);
    }
    return label.append('"').toString();
  }
}
