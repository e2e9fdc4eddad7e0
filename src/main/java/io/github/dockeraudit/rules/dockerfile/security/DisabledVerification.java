package io.github.dockeraudit.rules.dockerfile.security;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.ERROR;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.Unverified;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DisabledVerification implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1110", "disabled-verification")
          .severity(ERROR)
          .summary("A download is not checked for whom it comes from")
          .why(
              """
              Certificates and signatures tell whether a package is what its author has published. Without them
              whoever sits between the build and the server decides what gets into the image. Where a server has a
              certificate of your own authority, add that to the image instead.
              """)
          .bad(
              """
              FROM debian:13-slim
              RUN curl -fsSLk -o /opt/tool https://example.com/tool
              """)
          .good(
              """
              FROM debian:13-slim
              RUN curl -fsSL -o /opt/tool https://example.com/tool
              """)
          .aliases(
              "checkov:CKV2_DOCKER_2",
              "checkov:CKV2_DOCKER_3",
              "checkov:CKV2_DOCKER_4",
              "checkov:CKV2_DOCKER_5",
              "checkov:CKV2_DOCKER_6",
              "checkov:CKV2_DOCKER_7",
              "checkov:CKV2_DOCKER_8",
              "checkov:CKV2_DOCKER_9",
              "checkov:CKV2_DOCKER_10",
              "checkov:CKV2_DOCKER_11",
              "checkov:CKV2_DOCKER_12",
              "checkov:CKV2_DOCKER_13",
              "checkov:CKV2_DOCKER_14",
              "checkov:CKV2_DOCKER_15",
              "checkov:CKV2_DOCKER_16")
          .references("https://docs.docker.com/build/building/best-practices/")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return Stream.concat(
        file.all(Run.class)
            .flatMap(run -> run.command().script().commands().stream())
            .flatMap(command -> Unverified.in(command).stream())
            .map(word -> finding(word, "'%s' lets anybody answer; leave it out", word)),
        Stream.concat(
                file.all(Env.class).map(Env::assignments),
                file.all(Arg.class).map(Arg::assignments))
            .flatMap(List::stream)
            .filter(Unverified::isSwitchedOff)
            .map(
                variable ->
                    finding(
                        variable.name(),
                        "'%s' lets anybody answer; leave it out",
                        variable.name())));
  }
}
