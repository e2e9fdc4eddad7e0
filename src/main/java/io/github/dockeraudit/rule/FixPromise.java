package io.github.dockeraudit.rule;

/** What a rule promises about fixes for its findings. */
public enum FixPromise {
  /** No finding carries a fix. */
  NEVER,
  /** Some findings do; the bad example of the rule is one of them. */
  SOMETIMES,
  /** Every finding does. */
  ALWAYS
}
