package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.RuleInfo;

/** A choice of rules to begin with. */
public enum Profile {
  /** The rules that are on unless a user says otherwise. */
  RECOMMENDED {
    @Override
    public boolean includes(RuleInfo rule) {
      return rule.enabled();
    }
  },
  /** Every rule, matters of taste included. */
  ALL {
    @Override
    public boolean includes(RuleInfo rule) {
      return true;
    }
  };

  /** Whether a rule is part of this profile. */
  public abstract boolean includes(RuleInfo rule);
}
