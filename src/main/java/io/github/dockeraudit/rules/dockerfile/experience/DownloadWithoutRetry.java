package io.github.dockeraudit.rules.dockerfile.experience;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DownloadWithoutRetry implements DockerfileRule {

  private static final String[] TOLD = {
    "--retry",
    "--retry-all-errors",
    "--retry-connrefused",
    "-K",
    "--config",
    "-V",
    "--version",
    "-h",
    "--help"
  };

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1510", "download-without-retry")
        .offByDefault()
        .summary("A build fails where the network fails once")
        .why(
            """
            Servers are busy for a moment, and connections break. curl gives up at the first such failure unless
            `--retry` says how often it should try again. wget tries 20 times by itself.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN curl -fsSLO https://example.com/tool.tar.gz
            """)
        .good(
            """
            FROM debian:13-slim
            RUN curl --retry 5 -fsSLO https://example.com/tool.tar.gz
            """)
        .fixedAlways()
        .aliases("tally:prefer-curl-config", "tally:prefer-wget-config")
        .references("https://curl.se/docs/manpage.html#--retry");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("curl")
        .filter(call -> !call.command().hasFlag(TOLD) && !isConfigured(call, file))
        .map(
            call ->
                finding(call.name(), "curl gives up at the first failure; add --retry 5")
                    .fixedBy(Fix.intended("Try again", call.name().followedBy("--retry", "5"))));
  }

  /** A file of settings may say so. */
  private static boolean isConfigured(RunCommand call, Dockerfile file) {
    return file.stageOf(call.run())
        .filter(stage -> stage.stateAt(call.run()).declares("CURL_HOME"))
        .isPresent();
  }
}
