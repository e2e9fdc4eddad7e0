package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class WorldWritable implements DockerfileRule {

  private static final Pattern OCTAL = Pattern.compile("0?[0-7]?[0-7][0-7][2367]");
  private static final Pattern SYMBOLIC =
      Pattern.compile("(?:a|o|ugo|go|uo)?[+=]r?w[xX]?|(?:a|o)\\+[rx]*w[rx]*");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1113", "world-writable")
        .summary("chmod lets everybody write")
        .why(
            """
            With `777` every user in the container may change the file, and so may whoever breaks into any program in
            it: exchange a script that root runs, or leave one. Give the file to the user that writes it, or to a group
            of that user.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN mkdir /data && chmod 777 /data
            """)
        .good(
            """
            FROM debian:13-slim
            RUN mkdir /data && chmod 775 /data
            """)
        .fixedSometimes()
        .aliases("sonar:S2612", "tally:world-writable-state-path-workaround")
        .references("https://cwe.mitre.org/data/definitions/732.html");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("chmod")
        .map(RunCommand::command)
        .flatMap(command -> command.operands().stream().limit(1))
        .filter(mode -> mode.literal().filter(WorldWritable::isOpen).isPresent())
        .map(this::judge);
  }

  /** Risky: whoever writes there today may be neither the owner nor of the group. */
  private Finding judge(Word mode) {
    Finding finding = finding(mode, "'%s' lets everybody write; give the file to its user", mode);
    String text = mode.range().text();
    if (!OCTAL.matcher(text).matches()) {
      return finding.notFixedBecause("who is to write there only you know");
    }
    int last = text.length() - 1;
    String narrower = text.substring(0, last) + (char) (text.charAt(last) - 2);
    return finding.fixedBy(
        Fix.risky("Let owner and group alone write", mode.range().replaceWith(narrower)));
  }

  /** A sticky folder such as {@code /tmp} is meant for everybody. */
  private static boolean isOpen(String mode) {
    boolean isSticky = mode.length() == 4 && mode.charAt(0) == '1';
    return !isSticky
        && (OCTAL.matcher(mode).matches()
            || SYMBOLIC.matcher(mode).matches() && (mode.startsWith("a") || mode.startsWith("o")));
  }
}
