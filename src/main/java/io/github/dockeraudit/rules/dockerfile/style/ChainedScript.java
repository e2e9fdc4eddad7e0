package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.PlainChain;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record ChainedScript(int fewest) implements DockerfileRule {

  private static final String NAME = "EOF";

  /** Two commands are no script. */
  public ChainedScript() {
    this(3);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1440", "chained-script")
        .offByDefault()
        .summary("A RUN chains many commands with && and backslashes")
        .why(
            """
            A heredoc holds the same commands as a script: no `&&`, no backslash to forget, and comments wherever they
            are wanted. `set -e` stops it at the first error, as `&&` does. It takes the syntax 1.4 of Dockerfiles or
            BuildKit from 2022 on.

            Silent where a command is more than a simple one or a pipe of such, as `set -e` means something else there,
            and in files with carriage returns, which the script would get.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends tini \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM debian:13-slim
            RUN <<EOF
            set -e
            apt-get update
            apt-get install -y --no-install-recommends tini
            rm -rf /var/lib/apt/lists/*
            EOF
            """)
        .fixedSometimes()
        .number("fewest", 3, "Fewest commands that make a script")
        .aliases("tally:prefer-run-heredoc")
        .references("https://docs.docker.com/reference/dockerfile/#here-documents");
  }

  @Override
  public Rule with(Options options) {
    return new ChainedScript(options.number("fewest", fewest));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    boolean isFit =
        file.directives().escapeCharacter() == '\\' && file.source().lineEnding().equals("\n");
    return isFit && file.directives().knowsHeredocs()
        ? file.all(Run.class)
            .flatMap(
                run ->
                    PlainChain.of(run)
                        .filter(chain -> chain.children().size() >= fewest)
                        .map(chain -> judge(run, chain))
                        .stream())
        : Stream.empty();
  }

  /** Intended: an engine from before heredocs no longer builds it. */
  private Finding judge(Run run, AndOr chain) {
    Finding finding =
        finding(
            run.keyword(),
            "%s commands in a chain are a script; write them into a heredoc",
            chain.children().size());
    List<String> lines = chain.children().stream().map(node -> node.range().text()).toList();
    boolean isMovable =
        !run.isTrigger()
            && run.comments().isEmpty()
            && run.blankLines().isEmpty()
            && lines.stream().flatMap(String::lines).noneMatch(NAME::equals);
    if (!isMovable) {
      return finding.notFixedBecause("comments or blank lines stand in it");
    }
    String script = "<<" + NAME + "\nset -e\n" + String.join("\n", lines) + "\n" + NAME;
    return finding.fixedBy(Fix.intended("Write it as one", place(run).replaceWith(" " + script)));
  }

  /** The commands and what parts them from the keyword and its flags, be it a line continuation. */
  private static SourceRange place(Run run) {
    List<Flag> flags = run.flags();
    SourceRange before =
        flags.isEmpty() ? run.keyword().range() : flags.get(flags.size() - 1).range();
    return before.source().range(before.end(), run.command().range().end());
  }
}
