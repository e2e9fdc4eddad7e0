package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnpinnedDigest implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1109", "unpinned-digest")
        .offByDefault()
        .summary("A base image is not pinned by its digest")
        .why(
            """
            A tag can be pushed again, a digest is one image for ever. Off by default: a digest has to be renewed by a
            tool, or updates never come.
            """)
        .bad(
            """
            FROM debian:13-slim
            """)
        .good(
            """
            FROM debian:13-slim@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
            """)
        .aliases("sonar:S7023", "semgrep:dockerfile-source-not-pinned")
        .references(
            "https://docs.docker.com/build/building/best-practices/#pin-base-image-versions");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .filter(stage -> stage.image().filter(image -> image.digest().isEmpty()).isPresent())
        .map(
            stage ->
                finding(
                    stage.from().image(),
                    "'%s' can be another image tomorrow; add its digest",
                    stage.from().image()));
  }
}
