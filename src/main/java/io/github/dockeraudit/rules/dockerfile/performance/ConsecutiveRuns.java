package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ConsecutiveCopy;
import io.github.dockeraudit.facts.ConsecutiveRun;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record ConsecutiveRuns(boolean strict, boolean copies) implements DockerfileRule {

  private static final String COPIES = "kics:multiple-run-add-copy-instructions-listed";

  /** Commands are read in the language of their shell. */
  public ConsecutiveRuns() {
    this(false, false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1207", "consecutive-runs")
        .offByDefault()
        .summary("Several RUN instructions follow one another")
        .why(
            """
            Each `RUN` makes a layer. What a later one deletes stays in the layer of the earlier one, so steps that
            belong together, such as a download and its deletion, have to stand in one `RUN`.

            Off by default: separate steps are cached separately, and easier to read and to debug; a layer as such costs
            next to nothing.
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
        .fixedSometimes()
        .flag(
            "strict", "Whether to judge as hadolint: commands are counted as Bash would read them")
        .flag(
            "copies",
            "Whether COPY and ADD count, too, where one follows another to the same place")
        .aliases(
            "hadolint:DL3059",
            "tally:prefer-run-heredoc",
            "sonar:S7031",
            COPIES,
            "openrewrite:CombineRunInstructions")
        .references(
            "https://docs.docker.com/build/building/best-practices/#minimize-the-number-of-layers");
  }

  @Override
  public Rule with(Options options) {
    return new ConsecutiveRuns(options.flag("strict", strict), options.flag("copies", copies));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .flatMap(
            stage -> copies ? Stream.concat(runs(stage, file), copies(stage)) : runs(stage, file));
  }

  private Stream<Finding> runs(Stage stage, Dockerfile file) {
    return ConsecutiveRun.in(stage, file, strict).stream()
        .map(
            pair ->
                finding(
                        pair.later().keyword(),
                        "This RUN directly follows that of line %s; join them if they belong together",
                        pair.earlier().startLine())
                    .mendedBy(pair::remedy));
  }

  private Stream<Finding> copies(Stage stage) {
    return ConsecutiveCopy.in(stage).stream()
        .map(
            pair ->
                finding(
                        pair.later().keyword(),
                        "This goes where the files of line %s go; join them if they belong together",
                        pair.earlier().startLine())
                    .knownAs("hadolint:", "tally:", "sonar:", "openrewrite:", COPIES)
                    .mendedBy(pair::remedy));
  }
}
