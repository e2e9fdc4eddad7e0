package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class GpgWithoutBatch implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1337", "gpg-without-batch")
        .offByDefault()
        .summary("gpg may ask somebody who is not there")
        .why(
            """
            With `--batch` gpg asks no question and its messages are made for scripts: what would need an answer fails
            at once. Without it some commands want a terminal, which a build does not have.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN gpg --verify app.tar.gz.asc app.tar.gz
            """)
        .good(
            """
            FROM debian:13-slim
            RUN gpg --batch --verify app.tar.gz.asc app.tar.gz
            """)
        .fixedAlways()
        .aliases("parfum:gpgUseBatchFlag")
        .references("https://github.com/docker-library/official-images#image-build");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("gpg", "gpg2")
        .filter(call -> !call.command().hasFlag("--batch", "--version", "--help"))
        .map(
            call ->
                finding(call.name(), "Nobody is there to answer gpg; add --batch")
                    .fixedBy(Fix.intended("Add --batch", call.name().followedBy("--batch"))));
  }
}
