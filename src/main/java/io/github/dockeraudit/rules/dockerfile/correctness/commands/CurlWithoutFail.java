package io.github.dockeraudit.rules.dockerfile.correctness.commands;

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
public final class CurlWithoutFail implements DockerfileRule {

  private static final String[] JUDGING = {
    "-f", "--fail", "-w", "--write-out",
    "-I", "--head", "-V", "--version",
    "-h", "--help", "-K", "--config",
    "--fail-with-body"
  };

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1032", "curl-without-fail")
        .summary("curl takes the page of an error for the file")
        .why(
            """
            Without `-f` curl is content with any answer: where the server says 404 or 500, the page that says so is
            written to the file, unpacked or run, and the build goes on. With `-f` it fails.

            Silent where the answer itself is asked for, as with `-w` and `-I`, and where the same `RUN` compares the file
            with a sum that it names, or with a signature.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN curl -sSL -o /usr/local/bin/tool https://example.com/tool
            """)
        .good(
            """
            FROM debian:13-slim
            RUN curl -f -sSL -o /usr/local/bin/tool https://example.com/tool
            """)
        .fixedAlways()
        .aliases("parfum:curlUseFlagF")
        .references("https://curl.se/docs/manpage.html#-f");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("curl")
        .filter(call -> !call.command().hasFlag(JUDGING))
        .filter(call -> !CheckedDownload.is(call.command(), call.run().command().script()))
        .map(RunCommand::command)
        .filter(command -> command.operands().stream().anyMatch(CurlWithoutFail::isWeb))
        .map(
            command ->
                finding(
                        command.name().orElseThrow(),
                        "curl takes the page of an error for the file; add -f")
                    .fixedBy(
                        Fix.intended(
                            "Fail on errors", command.name().orElseThrow().followedBy("-f"))));
  }

  private static boolean isWeb(Word operand) {
    return operand.prefix().startsWith("http://") || operand.prefix().startsWith("https://");
  }
}
