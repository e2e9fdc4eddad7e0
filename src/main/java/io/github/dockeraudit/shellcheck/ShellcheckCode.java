package io.github.dockeraudit.shellcheck;

import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.Locale;

/** What there is to say about one of ShellCheck's codes, of which each version has more. */
final class ShellcheckCode {

  private ShellcheckCode() {}

  /**
   * @param code as in {@code SC2086}
   * @param by the rule that reports it, by whose name it can be accepted too
   */
  static RuleInfo info(String code, Severity severity, RuleInfo by) {
    return RuleInfo.rule(severity, code, "shellcheck-" + code.toLowerCase(Locale.ROOT))
        .summary("ShellCheck has an objection to a script: " + code)
        .why(
            """
            ShellCheck reads what a shell is to run in the Dockerfile. Its page about %s explains with examples what
            goes wrong, and when it is right all the same: <https://www.shellcheck.net/wiki/%s>.
            """
                .formatted(code, code))
        .fixedSometimes()
        .aliases(
            "shellcheck:" + code,
            "hadolint:" + code,
            "tally:shellcheck/" + code,
            "docker-audit:" + by.name())
        .references("https://www.shellcheck.net/wiki/" + code)
        .build();
  }
}
