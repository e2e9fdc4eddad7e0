package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.Digits;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record LargeLoginLog(boolean strict) implements DockerfileRule {

  /** Numbers of so many digits are high. */
  private static final int DIGITS = 6;

  /** Only numbers that are written down count. */
  public LargeLoginLog() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1211", "large-login-log")
        .summary("useradd with a high number makes the image grow without bound")
        .why(
            """
            `useradd` writes to `/var/log/lastlog` and `faillog`, at the place that the number of the user says. With a
            high number these are files of many gigabytes that are almost all holes, and layers have no holes.
            `--no-log-init` does without them.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN useradd -u 1234567 app
            """)
        .good(
            """
            FROM debian:13-slim
            RUN useradd --no-log-init -u 1234567 app
            """)
        .fixedAlways()
        .flag("strict", "Whether to judge as hadolint: a number that only the build knows is high")
        .aliases("hadolint:DL3046", "tally:hadolint/DL3046", "parfum:DL3046")
        .references("https://docs.docker.com/build/building/best-practices/#user");
  }

  @Override
  public Rule with(Options options) {
    return new LargeLoginLog(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("useradd")
        .filter(call -> fillsLog(call.command()))
        .map(call -> judge(call.name()));
  }

  private boolean fillsLog(SimpleCommand useradd) {
    String[] flags = strict ? new String[] {"-u"} : new String[] {"-u", "--uid"};
    return !useradd.hasFlag("-l", "--no-log-init")
        && useradd
            .flagValue(flags)
            .filter(uid -> uid.literal().map(LargeLoginLog::isHigh).orElse(strict))
            .isPresent();
  }

  private static boolean isHigh(String uid) {
    return uid.length() >= DIGITS && Digits.only(uid);
  }

  private Finding judge(Word useradd) {
    return finding(useradd, "With this number the log of logins is huge; add --no-log-init")
        .fixedBy(Fix.intended("Add --no-log-init", useradd.followedBy("--no-log-init")));
  }
}
