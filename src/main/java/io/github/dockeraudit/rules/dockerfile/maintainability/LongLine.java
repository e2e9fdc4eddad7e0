package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Source;
import java.util.stream.IntStream;
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
        .filter(this::isLong)
        .map(
            run ->
                finding(
                    run.keyword(),
                    "This RUN has a line of more than %s characters; break it",
                    length));
  }

  private boolean isLong(Run run) {
    Source file = run.keyword().range().source();
    int first = run.keyword().range().from().line();
    int last = run.command().range().to().line();
    return IntStream.rangeClosed(first, last).anyMatch(line -> file.line(line).length() > length);
  }
}
