package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class RepeatedSteps implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1308", "repeated-steps")
        .summary("Two stages begin with the same steps on the same image")
        .why(
            """
            Docker runs equal steps on the same image only once, so this costs no time. But whoever changes one of them
            has to change the others as well, and as soon as they differ in a single character everything is downloaded,
            installed and stored twice. A stage of its own for the common steps, on which the others build, is one place
            to change.
            """)
        .bad(
            """
            FROM node:24-slim AS development
            WORKDIR /app
            RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
            CMD ["npm", "run", "dev"]

            FROM node:24-slim AS build
            WORKDIR /app
            RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
            RUN npm run build
            """)
        .good(
            """
            FROM node:24-slim AS tools
            WORKDIR /app
            RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*

            FROM tools AS development
            CMD ["npm", "run", "dev"]

            FROM tools AS build
            RUN npm run build
            """)
        .references(
            "https://docs.docker.com/build/building/best-practices/#create-reusable-stages");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    List<Stage> stages = file.stages();
    if (stages.size() < 2) {
      return Stream.empty();
    }
    Map<String, Stage> firsts = new HashMap<>();
    List<Finding> found = new ArrayList<>();
    for (Stage stage : stages) {
      Stage first = firsts.putIfAbsent(stage.from().image().text(), stage);
      if (first != null) {
        check(first, stage).ifPresent(found::add);
      }
    }
    return found.stream();
  }

  private Optional<Finding> check(Stage first, Stage later) {
    int same = 0;
    boolean runs = false;
    int most = Math.min(first.instructions().size(), later.instructions().size());
    while (same < most && isSame(first.instructions().get(same), later.instructions().get(same))) {
      runs |= later.instructions().get(same) instanceof Run;
      same++;
    }
    return same > 1 && runs
        ? Optional.of(
            finding(
                later.from().image(),
                "The first %s steps are those of line %s; build both on a stage that holds them",
                same,
                first.from().startLine() + 1))
        : Optional.empty();
  }

  private static boolean isSame(Instruction one, Instruction other) {
    return one.range().length() == other.range().length()
        && one.range().text().equals(other.range().text());
  }
}
