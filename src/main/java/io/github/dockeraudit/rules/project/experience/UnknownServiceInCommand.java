package io.github.dockeraudit.rules.project.experience;

import static java.util.stream.Collectors.toCollection;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.command.ComposeCall;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Suggestion;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnknownServiceInCommand implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA3505", "unknown-service-in-command")
        .summary("A command for developers names a service that no compose file has")
        .why(
            """
            `make migrate` ends with `no such service: migrate`. The service has another name by now, or is gone. A name
            is looked for in all compose files of the project.
            """)
        .bad(
            """
            ==> Makefile <==
            migrate:
            \tdocker compose run --rm migrate
            ==> compose.yaml <==
            services:
              api:
                image: example.com/api:1.4
            """)
        .good(
            """
            ==> Makefile <==
            migrate:
            \tdocker compose run --rm api migrate
            ==> compose.yaml <==
            services:
              api:
                image: example.com/api:1.4
            """)
        .references("https://docs.docker.com/reference/cli/docker/compose/run/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    boolean isAllKnown =
        !project.deployments().isEmpty()
            && project.deployments().stream()
                .flatMap(deployment -> deployment.problems().stream())
                .noneMatch(Problem::isCertain);
    return isAllKnown ? check(project, names(project)) : Stream.empty();
  }

  private static Set<String> names(Project project) {
    return project.deployments().stream()
        .flatMap(deployment -> deployment.services().stream())
        .map(Service::name)
        .collect(toCollection(TreeSet::new));
  }

  private Stream<Finding> check(Project project, Set<String> names) {
    return ComposeCall.in(project)
        .filter(call -> call.files().stream().allMatch(path -> project.isComposeFile(path)))
        .flatMap(call -> call.services().stream())
        .filter(word -> !names.contains(word.literal().orElseThrow()))
        .map(word -> finding(word, names));
  }

  private Finding finding(Word word, Set<String> names) {
    return finding(
            word,
            "No compose file has a service '%s'; %s",
            word.literal().orElseThrow(),
            Suggestion.closest(word.literal().orElseThrow(), names)
                .map("did you mean '%s'"::formatted)
                .orElse("name one that is there"))
        .notFixedBecause("only a person knows which service is meant");
  }
}
