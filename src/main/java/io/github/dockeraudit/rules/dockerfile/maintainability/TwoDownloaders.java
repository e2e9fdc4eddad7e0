package io.github.dockeraudit.rules.dockerfile.maintainability;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class TwoDownloaders implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1309", "two-downloaders")
          .severity(Severity.INFO)
          .summary("A stage downloads with both curl and wget")
          .why(
              """
              Either can do what the other does. Both have to be installed, updated and known, and their options
              differ just enough to be mixed up.
              """)
          .bad(
              """
              FROM debian:13-slim
              RUN wget -q https://example.com/a
              RUN curl -fsSLO https://example.com/b
              """)
          .good(
              """
              FROM debian:13-slim
              RUN curl -fsSLO https://example.com/a
              RUN curl -fsSLO https://example.com/b
              """)
          .aliases(
              "hadolint:DL4001",
              "tally:hadolint/DL4001",
              "trivy:DS-0014",
              "kics:run-using-wget-and-curl",
              "semgrep:use-either-wget-or-curl")
          .references(
              "https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    List<RunCommand> downloads = file.commands("curl", "wget").toList();
    if (downloads.size() < 2) {
      return Stream.empty();
    }
    Map<Optional<Stage>, List<SimpleCommand>> byStage =
        downloads.stream()
            .collect(
                groupingBy(
                    download -> file.stageOf(download.run()),
                    LinkedHashMap::new,
                    mapping(RunCommand::command, toList())));
    return byStage.values().stream().flatMap(this::check);
  }

  /** At every use from the first of the second on. */
  private Stream<Finding> check(List<SimpleCommand> downloads) {
    Optional<String> first = downloads.get(0).program();
    return downloads.stream()
        .dropWhile(download -> download.program().equals(first))
        .map(this::judge);
  }

  private Finding judge(SimpleCommand command) {
    return finding(
        command.name().orElseThrow(), "This stage uses curl and wget; use one of them for all");
  }
}
