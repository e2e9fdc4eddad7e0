package io.github.dockeraudit.rule;

import java.util.ServiceConfigurationError;

/** What the rules of one class say about themselves, once one of them has been asked. */
final class Description {

  /** It hangs on the class, so that a class loader goes with its rules. */
  private static final ClassValue<Description> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected Description computeValue(Class<?> type) {
          return new Description();
        }
      };

  private volatile RuleInfo info;

  private Description() {}

  /**
   * What a rule says, the same value for all of its class.
   *
   * @throws ServiceConfigurationError if the rule fails to say it
   */
  static RuleInfo of(Rule rule) {
    Description description = OF_CLASS.get(rule.getClass());
    RuleInfo known = description.info;
    return known == null ? description.ask(rule) : known;
  }

  private synchronized RuleInfo ask(Rule rule) {
    if (info == null) {
      info = describe(rule);
    }
    return info;
  }

  /** It may be the code of others; the stack overflows if that asks for what follows from it. */
  private static RuleInfo describe(Rule rule) {
    try {
      return rule.describe().build();
    } catch (RuntimeException | StackOverflowError wrong) {
      throw new ServiceConfigurationError(rule.getClass().getName() + " describes no rule", wrong);
    }
  }
}
