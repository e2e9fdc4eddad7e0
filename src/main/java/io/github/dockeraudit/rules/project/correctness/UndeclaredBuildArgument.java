package io.github.dockeraudit.rules.project.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.facts.DeclaredArguments;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UndeclaredBuildArgument implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3007", "undeclared-build-argument")
        .summary("A compose file gives the build an argument that its Dockerfile does not declare")
        .why(
            """
            A build argument that no `ARG` declares has no effect at all: what it was meant to change stays as it is,
            and the build only says that an argument was not consumed.
            """)
        .bad(
            """
            ==> Dockerfile <==
            ARG PYTHON_VERSION=3.13
            FROM python:${PYTHON_VERSION}-slim
            ==> compose.yaml <==
            services:
              api:
                build:
                  context: .
                  args:
                    PYTHON: "3.14"
            """)
        .good(
            """
            ==> Dockerfile <==
            ARG PYTHON_VERSION=3.13
            FROM python:${PYTHON_VERSION}-slim
            ==> compose.yaml <==
            services:
              api:
                build:
                  context: .
                  args:
                    PYTHON_VERSION: "3.14"
            """)
        .references("https://docs.docker.com/reference/compose-file/build/#args");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.builds().stream().flatMap(this::check);
  }

  private Stream<Finding> check(ServiceBuild build) {
    List<Variable> given = build.service().build().orElseThrow().args();
    return given.isEmpty()
        ? Stream.empty()
        : DeclaredArguments.of(build).stream()
            .flatMap(
                declared ->
                    given.stream()
                        .filter(argument -> !declared.has(argument.name()))
                        .map(argument -> finding(argument, build, declared)));
  }

  private Finding finding(Variable argument, ServiceBuild build, DeclaredArguments declared) {
    Optional<String> meant = Suggestion.closest(argument.name(), declared.names());
    String path = build.dockerfile().orElseThrow().source().path();
    return finding(
            argument.key(),
            "No ARG of %s declares '%s'; %s",
            path,
            argument.name(),
            meant.map("did you mean '%s'"::formatted).orElse("declare it, or leave it out"))
        .notFixedBecause("only a person knows which of the two files is right");
  }
}
