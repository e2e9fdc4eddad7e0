package io.github.dockeraudit.rules.dockerfile.maintainability;

import static io.github.dockeraudit.rule.FixPromise.SOMETIMES;
import static io.github.dockeraudit.rule.RuleInfo.rule;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Option;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record LongLine(int length) implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1333", "long-line")
          .severity(Severity.INFO)
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
          .fix(SOMETIMES)
          .option("length", Option.Type.NUMBER, "120", "How many characters a line may have")
          .aliases("sonar:S7020")
          .references(
              "https://docs.docker.com/build/building/best-practices/#sort-multi-line-arguments")
          .since("1.0.0");

  /** What most editors show. */
  public LongLine() {
    this(120);
  }

  @Override
  public Rule with(Options options) {
    return new LongLine(options.number("length", length));
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Run.class)
        .filter(run -> run.command().range().length() > length - 10 && run.heredocs().isEmpty())
        .filter(run -> longest(run.command().range().text(), run) > length)
        .map(run -> judge(run, file));
  }

  /** The line of the keyword holds that as well. */
  private static int longest(String command, Run run) {
    int longest = 0;
    int first = run.command().range().start() - run.keyword().range().start();
    for (String line : command.split("\\r?\\n")) {
      longest = Math.max(longest, first + line.length());
      first = 0;
    }
    return longest;
  }

  private Finding judge(Run run, Dockerfile file) {
    Finding finding =
        finding(run.keyword(), "This RUN has a line of more than %d characters; break it", length);
    List<TextEdit> breaks = breaks(run, file.directives().escapeCharacter());
    return breaks.isEmpty() || longest(broken(run, breaks), run) > length
        ? finding.notFixedBecause("it does not get short enough between commands")
        : finding.fixedBy(new Fix("Give each command a line", Applicability.SAFE, breaks));
  }

  /** A line break before each {@code &&} that has none. */
  private static List<TextEdit> breaks(Run run, char escape) {
    List<TextEdit> breaks = new ArrayList<>();
    if (run.command().isExec() || run.isTrigger()) {
      return breaks;
    }
    String newline = " " + escape + run.range().source().lineEnding() + "    && ";
    for (Node list : run.command().script().block().children()) {
      if (list instanceof AndOr) {
        for (int i = 1; i < list.children().size(); i++) {
          SourceRange before = list.children().get(i - 1).range();
          SourceRange gap =
              before.source().range(before.end(), list.children().get(i).range().start());
          if (gap.text().strip().equals("&&") && gap.text().indexOf('\n') < 0) {
            breaks.add(gap.replaceWith(newline));
          }
        }
      }
    }
    return breaks;
  }

  private static String broken(Run run, List<TextEdit> breaks) {
    SourceRange range = run.command().range();
    StringBuilder text = new StringBuilder(range.text());
    for (int i = breaks.size() - 1; i >= 0; i--) {
      SourceRange gap = breaks.get(i).range();
      text.replace(
          gap.start() - range.start(), gap.end() - range.start(), breaks.get(i).replacement());
    }
    return text.toString();
  }
}
