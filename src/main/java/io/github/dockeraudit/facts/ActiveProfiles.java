package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.DotEnv;
import io.github.dockeraudit.project.Project;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The profiles that are on without anybody saying so on the command line. */
public final class ActiveProfiles {

  private static final String VARIABLE = "COMPOSE_PROFILES";

  private ActiveProfiles() {}

  /**
   * Those that {@code COMPOSE_PROFILES} names in a file of variables beside the base file, be it
   * {@code .env} itself or the pattern for it; {@code *} stands for all.
   */
  public static Set<String> of(Deployment deployment, Project project) {
    String folder = folder(deployment.baseFile().source().path());
    return project.envFiles().stream()
        .filter(file -> folder(file.source().path()).equals(folder))
        .flatMap(file -> file.variable(VARIABLE).stream())
        .map(DotEnv.Variable::value)
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(profile -> !profile.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
