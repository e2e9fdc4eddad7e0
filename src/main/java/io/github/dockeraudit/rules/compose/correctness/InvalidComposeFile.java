package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.compose.Problem.Missing;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class InvalidComposeFile implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2001", "invalid-compose-file")
        .summary("Compose refuses the file")
        .why(
            """
            Compose loads all files of a project or none: one wrong type, one service that is not there or one bad line
            of YAML, and nothing starts. Compose itself names the first fault at most; here each one is told at its
            place. A file that is used together with several others is faulty only if it is so with all of them.

            Silent about what is not declared in a file that Compose does not look for by itself, if another file of its
            folder declares it: nobody knows then which of them are used together.
            """)
        .bad(
            """
            services:
              web:
                image: nginx:1.27
                depends_on:
                  - databse
              database:
                image: postgres:16
            """)
        .good(
            """
            services:
              web:
                image: nginx:1.27
                depends_on:
                  - database
              database:
                image: postgres:16
            """)
        .fixedSometimes()
        .aliases("dclint:invalid-schema", "dclint:invalid-yaml")
        .references("https://docs.docker.com/reference/compose-file/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.deployments().stream()
        .flatMap(deployment -> deployment.problems().stream())
        .filter(Problem::isCertain)
        .filter(problem -> isInEveryUse(problem, project))
        .filter(problem -> !isDeclaredNearby(problem, project))
        .map(problem -> finding(problem, "%s", problem.message()).mendedBy(() -> remedy(problem)));
  }

  /** What is missing in a file may be what those that it is used with are there to add. */
  private static boolean isInEveryUse(Problem problem, Project project) {
    List<Deployment> uses = project.deployments(problem.range().source());
    return uses.size() <= 1 || uses.stream().allMatch(use -> use.problems().contains(problem));
  }

  private static boolean isDeclaredNearby(Problem problem, Project project) {
    String path = problem.range().source().path();
    return problem.missing().isPresent()
        && !ComposeFile.isFoundByCompose(path)
        && project.deployments().stream()
            .filter(deployment -> hasFileIn(folderOf(path), deployment))
            .anyMatch(deployment -> declares(deployment, problem.missing().get()));
  }

  private static boolean hasFileIn(String folder, Deployment deployment) {
    return deployment.files().stream()
        .anyMatch(file -> folderOf(file.source().path()).equals(folder));
  }

  private static String folderOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** A service that says nothing of what it runs is not declared by that. */
  private static boolean declares(Deployment deployment, Missing missing) {
    return missing.section().equals("services")
        ? deployment.service(missing.name()).filter(InvalidComposeFile::runs).isPresent()
        : deployment.root().mapping(missing.section()).stream()
            .anyMatch(section -> section.has(missing.name()));
  }

  private static boolean runs(Service service) {
    return service.image().isPresent() || service.build().isPresent();
  }

  private static Remedy remedy(Problem problem) {
    return problem
        .correction()
        .map(meant -> new Remedy(meant.title(), !meant.isSure(), meant.edits()))
        .orElseGet(() -> Remedy.none("only a person knows what was meant"));
  }
}
