package io.github.dockeraudit.declarative;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

/** A rule on Dockerfiles that a user wrote. */
record DeclaredDockerfileRule(Declaration declaration, Matcher matcher, Wording wording)
    implements DockerfileRule {

  @Override
  public RuleInfo info() {
    return declaration.info();
  }

  @Override
  public RuleInfo.Builder describe() {
    return info().toBuilder();
  }

  @Override
  public Rule with(Options options) {
    return declaration.with(declaration.options().with(options)).rule();
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return matcher.in(file).map(match -> wording.finding(this, match));
  }
}
