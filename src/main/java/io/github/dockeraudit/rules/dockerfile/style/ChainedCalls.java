package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.ContinuationLines;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record ChainedCalls(int fewest) implements DockerfileRule {

  private static final String INDENT = "    ";

  /** Two commands may share a line. */
  public ChainedCalls() {
    this(3);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1438", "chained-calls")
        .offByDefault()
        .summary("Several commands of a chain stand on one line")
        .why(
            """
            With one command a line a change of one command changes one line, and a reader sees how many there are. Each
            line begins with `&&`, so that what decides about it stands before it.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update && apt-get install -y tini && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update \\
                && apt-get install -y tini \\
                && rm -rf /var/lib/apt/lists/*
            """)
        .fixedAlways()
        .number("fewest", 3, "Fewest commands of a chain that need a line each")
        .aliases("tally:newline-per-chained-call")
        .references("https://docs.docker.com/reference/dockerfile/#format");
  }

  @Override
  public Rule with(Options options) {
    return new ChainedCalls(options.number("fewest", fewest));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Run.class)
        .filter(run -> !run.command().isExec() && run.heredocs().isEmpty())
        .flatMap(run -> check(run, file).stream());
  }

  private Optional<Finding> check(Run run, Dockerfile file) {
    Script script = run.command().script();
    if (script.remainder().isPresent()) {
      return Optional.empty();
    }
    String text = file.source().text();
    List<TextEdit> edits = new ArrayList<>(0);
    for (Node node : script.block().children()) {
      if (node instanceof AndOr chain && chain.children().size() >= fewest) {
        String lineBreak = null;
        for (int i = 1; i < chain.children().size(); i++) {
          int start = chain.children().get(i - 1).range().end();
          int newline = text.indexOf('\n', start);
          int end = chain.children().get(i).range().start();
          if (newline < 0 || newline >= end) {
            SourceRange gap = file.source().range(start, end);
            lineBreak = lineBreak == null ? lineBreak(run, file) : lineBreak;
            edits.add(gap.replaceWith(lineBreak + gap.text().strip() + " "));
          }
        }
      }
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding(() -> edits.get(0).range(), "One command a line is easier to read and change")
                .fixedBy(Fix.safe("One command a line", edits)));
  }

  private static String lineBreak(Run run, Dockerfile file) {
    String indent =
        ContinuationLines.of(run).stream()
            .map(SourceRange::text)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(INDENT);
    return " " + file.directives().escapeCharacter() + file.source().lineEnding() + indent;
  }
}
