package io.github.dockeraudit.rules.dockerfile.performance;

import static io.github.dockeraudit.rule.FixPromise.SOMETIMES;
import static io.github.dockeraudit.rule.RuleInfo.rule;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.ConsecutiveRun;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Option;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record ConsecutiveRuns(boolean strict) implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1207", "consecutive-runs")
          .severity(Severity.INFO)
          .offByDefault()
          .summary("Several RUN instructions follow one another")
          .why(
              """
              Each `RUN` makes a layer. What a later one deletes stays in the layer of the earlier one, so steps
              that belong together, such as a download and its deletion, have to stand in one `RUN`.

              Off by default: separate steps are cached separately, and easier to read and to debug; a layer
              as such costs next to nothing.
              """)
          .bad(
              """
              FROM debian:13-slim
              RUN groupadd app
              RUN useradd -g app app
              """)
          .good(
              """
              FROM debian:13-slim
              RUN groupadd app && useradd -g app app
              """)
          .fix(SOMETIMES)
          .option(
              "strict",
              Option.Type.FLAG,
              "false",
              "Whether to judge as hadolint: commands are counted as Bash would read them")
          .aliases(
              "hadolint:DL3059",
              "tally:prefer-run-heredoc",
              "sonar:S7031",
              "kics:multiple-run-add-copy-instructions-listed",
              "openrewrite:CombineRunInstructions")
          .references(
              "https://docs.docker.com/build/building/best-practices/#minimize-the-number-of-layers")
          .since("1.0.0");

  /** Commands are read in the language of their shell. */
  public ConsecutiveRuns() {
    this(false);
  }

  @Override
  public Rule with(Options options) {
    return new ConsecutiveRuns(options.flag("strict", strict));
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .flatMap(stage -> ConsecutiveRun.in(stage, file, strict).stream())
        .map(
            pair ->
                finding(
                        pair.later().keyword(),
                        "This RUN directly follows that of line %d; join them if they belong together",
                        pair.earlier().startLine())
                    .mendedBy(pair::remedy));
  }
}
