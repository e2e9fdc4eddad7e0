package io.github.dockeraudit.declarative;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

/** A rule on compose files that a user wrote. */
record DeclaredComposeRule(Declaration declaration, Matcher matcher, Wording wording)
    implements ComposeRule {

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
  public Stream<Finding> check(Deployment deployment) {
    return matcher.in(deployment).map(match -> wording.finding(this, match));
  }
}
