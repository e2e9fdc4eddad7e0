package io.github.dockeraudit.survey;

import io.github.dockeraudit.rule.Finding;
import java.util.List;

/** Says in a line what is to be done about the findings of a rule. */
final class AdviceTitle {

  private AdviceTitle() {}

  /** The message, if all findings have the same, and else what the rule is about. */
  static String of(Weakness weakness) {
    List<String> messages = weakness.findings().stream().map(Finding::message).distinct().toList();
    return messages.size() == 1 ? messages.get(0) : weakness.rule().summary();
  }
}
