package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record LongLine(int length) implements DockerfileRule {

  /** What most editors show. */
  public LongLine() {
    this(120);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1333", "long-line")
        .offByDefault()
        .summary("A line of a RUN is too long to be read")
        .why(
            """
            Reviews and differences show lines. Where several commands stand on one, nobody sees which has changed.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl gnupg && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update \\
                && apt-get install -y --no-install-recommends ca-certificates curl gnupg \\
                && rm -rf /var/lib/apt/lists/*
            """)
        .number("length", 120, "How many characters a line may have")
        .aliases("sonar:S7020")
        .references(
            "https://docs.docker.com/build/building/best-practices/#sort-multi-line-arguments");
  }

  @Override
  public Rule with(Options options) {
    return new LongLine(options.number("length", length));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Run.class)
        .filter(run -> run.command().range().length() > length - 10 && run.heredocs().isEmpty())
        .filter(run -> longest(run) > length)
        .map(
            run ->
                finding(
                    run.keyword(),
                    "This RUN has a line of more than %d characters; break it",
                    length));
  }

  /** The line of the keyword holds that as well. */
  private int longest(Run run) {
    SourceRange command = run.command().range();
    String text = command.source().text();
    int start = run.keyword().range().start();
    int longest = 0;
    if (command.end() - start > length) {
      for (int end = text.indexOf('\n', command.start());
          end >= 0 && end < command.end();
          end = text.indexOf('\n', end + 1)) {
        int blank = end > command.start() && text.charAt(end - 1) == '\r' ? 1 : 0;
        longest = Math.max(longest, end - blank - start);
        start = end + 1;
      }
    }
    return Math.max(longest, command.end() - start);
  }
}
