package io.github.dockeraudit.survey;

import io.github.dockeraudit.rule.Finding;
import java.util.List;

/** Says in a line what is to be done about the findings of a rule. */
final class AdviceTitle {

  /** What stands in a message between what is wrong and what to do. */
  private static final String THEN = "; ";

  private AdviceTitle() {}

  /**
   * The message if all findings have the same, or what it says to do, or what the rule is about.
   */
  static String of(Weakness weakness) {
    List<String> messages = distinct(weakness.findings().stream().map(Finding::message).toList());
    if (messages.size() == 1) {
      return messages.get(0);
    }
    List<String> remedies = distinct(messages.stream().map(AdviceTitle::remedy).toList());
    return remedies.size() == 1 && !remedies.get(0).isEmpty()
        ? weakness.rule().summary() + THEN + remedies.get(0)
        : weakness.rule().summary();
  }

  private static String remedy(String message) {
    int then = message.lastIndexOf(THEN);
    return then < 0 ? "" : message.substring(then + THEN.length());
  }

  private static List<String> distinct(List<String> texts) {
    return texts.stream().distinct().toList();
  }
}
