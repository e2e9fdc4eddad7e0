package io.github.dockeraudit.rules.dockerfile.maintainability;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.SameDownload;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class TwoDownloaders implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1309", "two-downloaders")
        .summary("A stage downloads with both curl and wget")
        .why(
            """
            Either can do what the other does. Both have to be installed, updated and known, and their options differ
            just enough to be mixed up.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN wget -q https://example.com/a
            RUN curl -fsSL -o /b https://example.com/b
            """)
        .good(
            """
            FROM debian:13-slim
            RUN wget -q https://example.com/a
            RUN wget -q -O /b https://example.com/b
            """)
        .fixedSometimes()
        .aliases(
            "hadolint:DL4001",
            "tally:hadolint/DL4001",
            "trivy:DS-0014",
            "kics:run-using-wget-and-curl",
            "semgrep:use-either-wget-or-curl")
        .references(
            "https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages");
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

  /** At every use from the first of the second on, which mends all of the second. */
  private Stream<Finding> check(List<SimpleCommand> downloads) {
    Optional<String> first = downloads.get(0).program();
    List<SimpleCommand> second =
        downloads.stream().filter(download -> !download.program().equals(first)).toList();
    return downloads.stream()
        .dropWhile(download -> download.program().equals(first))
        .map(
            download ->
                second.get(0) == download
                    ? judge(download).mendedBy(() -> remedy(second))
                    : judge(download).notFixedBecause("the first one is mended together with it"));
  }

  private Finding judge(SimpleCommand command) {
    return finding(
        command.name().orElseThrow(), "This stage uses curl and wget; use one of them for all");
  }

  /** Risky: they differ in how often they try, and in what a server thinks of them. */
  private static Remedy remedy(List<SimpleCommand> commands) {
    if (commands.stream().anyMatch(command -> command.name().orElseThrow().isItem())) {
      return Remedy.none("one of them is called without a shell");
    }
    if (commands.stream().anyMatch(command -> isInside(command, commands))) {
      return Remedy.none("one download is part of another");
    }
    List<TextEdit> edits = new ArrayList<>();
    for (SimpleCommand command : commands) {
      SameDownload.of(command).ifPresent(other -> edits.add(command.range().replaceWith(other)));
    }
    return edits.size() == commands.size()
        ? Remedy.risky("Use the other program", edits)
        : Remedy.none("the other program has no such options");
  }

  /** As in {@code curl -O example.com/$(curl example.com/latest)}. */
  private static boolean isInside(SimpleCommand command, List<SimpleCommand> others) {
    return others.stream()
        .anyMatch(other -> other != command && other.range().contains(command.range()));
  }
}
