package io.github.dockeraudit.rule;

import io.github.dockeraudit.source.Located;

/**
 * A pure function from a model to findings, with everything that is ever said about it.
 *
 * <p>What a rule looks at is one of three things; which rules there are is open: they are found
 * through {@link java.util.ServiceLoader}. A rule has a public constructor without parameters, is
 * immutable and may be called by several threads at once.
 */
public sealed interface Rule permits DockerfileRule, ComposeRule, ProjectRule {

  /**
   * What there is to say about this rule; asked once for each class. {@link #info} follows from it,
   * so that it cannot ask for that.
   */
  RuleInfo.Builder describe();

  /**
   * What {@link #describe} says, always the same value. Only where rules of one class are different
   * ones, as those that users write in YAML are, has it to be overridden.
   */
  default RuleInfo info() {
    return Description.of(this);
  }

  /**
   * This rule with other options.
   *
   * @throws IllegalArgumentException if an option has a value that it cannot take
   */
  default Rule with(Options options) {
    return this;
  }

  /**
   * A finding of this rule at a place.
   *
   * @param message what is wrong and what to do, as a format string if there are arguments, of
   *     which the longest are shortened to what fits
   */
  default Finding finding(Located where, String message, Object... arguments) {
    String text = arguments.length == 0 ? message : Message.of(message, arguments);
    RuleInfo info = info();
    return new Finding(info, info.severity(), where.range(), text);
  }
}
