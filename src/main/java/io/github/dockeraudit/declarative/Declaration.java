package io.github.dockeraudit.declarative;

import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Subject;

/**
 * What a user wrote of a rule, with its options still by name.
 *
 * @param options what they hold
 */
record Declaration(RuleInfo info, Matcher matcher, Wording wording, OwnOptions options) {

  boolean isCompose() {
    return info.subject() == Subject.COMPOSE;
  }

  Declaration with(OwnOptions others) {
    return new Declaration(info, matcher, wording, others);
  }

  /** The rule with what its options hold. */
  Rule rule() {
    Matcher filled = matcher.with(options);
    Wording said = wording.with(options);
    return isCompose()
        ? new DeclaredComposeRule(this, filled, said)
        : new DeclaredDockerfileRule(this, filled, said);
  }
}
