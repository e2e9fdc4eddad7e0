package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class CurlWithoutRedirects implements DockerfileRule {

  private static final String[] FOLLOWING = {"-L", "--location", "--location-trusted"};

  private static final String[] JUDGING = {
    "-I", "--head", "-w", "--write-out",
    "-i", "--include", "-X", "--request",
    "-d", "--data", "--data-raw", "--data-binary",
    "--data-urlencode", "--json", "-F", "--form",
    "-T", "--upload-file", "-V", "--version",
    "-h", "--help", "-K", "--config",
    "--unix-socket"
  };

  private static final Pattern LOCAL =
      Pattern.compile("https?://(?:localhost|127\\.|0\\.0\\.0\\.0|\\[::1])\\S*");

  /** Where GitHub always sends on to another host. */
  private static final Pattern MOVED =
      Pattern.compile(
          "https?://(?:www\\.)?github\\.com/[^/]+/[^/]+/(?:releases/(?:latest/)?download|archive|raw|tarball|zipball)/.*");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1058", "curl-without-redirects")
        .summary("curl stays where it is sent on to another address")
        .why(
            """
            Without `-L` curl is content with the answer that what it asks for is now elsewhere, and writes that answer,
            which is mostly empty, to the file. `-f` does not help: being sent on is no error. Files of GitHub releases
            are always elsewhere; other servers move one day.

            Silent where something is sent, where the answer itself is asked for, as with `-I` and `-w`, and at the
            machine's own servers.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN curl -fsS -o /usr/local/bin/tool https://example.com/tool
            """)
        .good(
            """
            FROM debian:13-slim
            RUN curl -L -fsS -o /usr/local/bin/tool https://example.com/tool
            """)
        .fixedAlways()
        .aliases("tally:curl-should-follow-redirects", "parfum:curlUseFlagL")
        .references("https://curl.se/docs/manpage.html#-L");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("curl")
        .filter(call -> !call.command().hasFlag(FOLLOWING) && !call.command().hasFlag(JUDGING))
        .flatMap(call -> judge(call).stream());
  }

  private Optional<Finding> judge(RunCommand call) {
    List<String> addresses =
        call.command().operands().stream()
            .map(word -> word.raw().replaceAll("[\"']", ""))
            .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
            .filter(text -> !LOCAL.matcher(text).matches())
            .toList();
    boolean isMoved = addresses.stream().anyMatch(text -> MOVED.matcher(text).matches());
    Finding finding =
        finding(
                call.name(),
                isMoved
                    ? "GitHub redirects this to another address, and curl does not follow; add -L"
                    : "curl does not follow redirects; add -L")
            .fixedBy(Fix.intended("Follow redirects", call.name().followedBy("-L")));
    return addresses.isEmpty()
        ? Optional.empty()
        : Optional.of(isMoved ? finding.withSeverity(Severity.ERROR) : finding);
  }
}
