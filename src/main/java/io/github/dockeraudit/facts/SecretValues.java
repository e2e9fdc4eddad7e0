package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.stream.Stream;

/** The texts of a project that no report may show. */
public final class SecretValues {

  private SecretValues() {}

  /** The values of variables that are called like secrets, in Dockerfiles and compose files. */
  public static List<SourceRange> in(Project project) {
    return Stream.concat(
            project.dockerfiles().stream().flatMap(SecretValues::inDockerfile),
            project.deployments().stream().flatMap(SecretValues::inDeployment))
        .toList();
  }

  private static Stream<SourceRange> inDockerfile(Dockerfile file) {
    Stream<Assignment> assignments =
        Stream.concat(
            file.all(Env.class).flatMap(env -> env.assignments().stream()),
            file.all(Arg.class).flatMap(arg -> arg.assignments().stream()));
    return assignments
        .filter(assignment -> Secrets.isSecret(assignment.name().text()))
        .flatMap(assignment -> assignment.value().stream())
        .map(value -> value.range());
  }

  private static Stream<SourceRange> inDeployment(Deployment deployment) {
    return deployment.services().stream()
        .map(Service::environment)
        .flatMap(List::stream)
        .filter(variable -> Secrets.isSecret(variable.name()))
        .map(Variable::value)
        .flatMap(value -> value.stream())
        .map(value -> value.range());
  }
}
