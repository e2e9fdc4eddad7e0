package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.facts.CheckedDownload;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ClearTextDownload implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1111", "clear-text-download")
        .summary("A file is downloaded without encryption")
        .why(
            """
            On the way of an `http://` download everybody can replace the file, and nobody notices. Most servers answer
            `https://` just as well. A checksum does too: `ADD --checksum=...`.

            Silent where the same `RUN` compares the file with a sum that it names, or with a signature.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN curl -fsSL -o /opt/tool http://example.com/tool
            """)
        .good(
            """
            FROM debian:13-slim
            RUN curl -fsSL -o /opt/tool https://example.com/tool
            """)
        .fixedSometimes()
        .aliases("sonar:S5332", "parfum:curlUseHttpsUrl", "parfum:wgetUseHttpsUrl")
        .references("https://docs.docker.com/reference/dockerfile/#add---checksum");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("curl", "wget").flatMap(this::check);
  }

  private Stream<Finding> check(RunCommand call) {
    return call.command().operands().stream()
        .filter(ClearTextDownload::isClearText)
        .filter(url -> !CheckedDownload.is(call.command(), call.run().command().script()))
        .map(this::judge);
  }

  private static boolean isClearText(Word operand) {
    String url = operand.prefix();
    return url.startsWith("http://")
        && !url.startsWith("http://localhost")
        && !url.startsWith("http://127.")
        && url.length() > "http://".length()
        && url.indexOf('.') > 0;
  }

  /** Risky: not every server has a certificate. */
  private Finding judge(Word url) {
    Finding finding = finding(url, "'%s' is not encrypted; use https", url);
    String text = url.range().text();
    int at = text.indexOf("http://");
    if (at < 0) {
      return finding.notFixedBecause("the address stands on several lines");
    }
    int end = url.range().start() + at + "http".length();
    return finding.fixedBy(
        Fix.risky("Use https", url.range().source().range(end, end).insertAfter("s")));
  }
}
