package io.github.dockeraudit.declarative;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

/** A rule on compose files that a user wrote. */
record DeclaredComposeRule(RuleInfo info, Matcher matcher, Wording wording) implements ComposeRule {

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return matcher.in(deployment).map(match -> wording.finding(this, match));
  }
}
