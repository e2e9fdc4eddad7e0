package io.github.dockeraudit.survey;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.project.IgnoreFile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.survey.Strength.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is well done in the project as a whole, for those who read no further. */
final class ProjectStrengths {

  /** Those that are about one Dockerfile, as they are told of several. */
  private static final Map<Kind, String> OF_DOCKERFILES = new EnumMap<>(Kind.class);

  static {
    OF_DOCKERFILES.put(Kind.NON_ROOT_USER, "Run as a user other than root: %s");
    OF_DOCKERFILES.put(Kind.MULTI_STAGE, "Multi-stage builds: %s");
    OF_DOCKERFILES.put(Kind.ISOLATED_BUILD, "Compilers are left behind in a stage: %s");
    OF_DOCKERFILES.put(Kind.HEALTH_CHECKS, "Images that serve a port have a health check: %s");
    OF_DOCKERFILES.put(Kind.MINIMAL_BASE, "Minimal base images: %s");
    OF_DOCKERFILES.put(Kind.MANIFESTS_FIRST, "Dependencies are installed before sources: %s");
    OF_DOCKERFILES.put(Kind.CACHE_MOUNTS, "Downloads are kept in cache mounts: %s");
    OF_DOCKERFILES.put(Kind.SERVICE_TARGETS, "A target for each service: %s");
    OF_DOCKERFILES.put(Kind.DEVELOPMENT_APART, "Development has a stage of its own: %s");
  }

  /** Whose absence is a fault: told only where at least half of the Dockerfiles have them. */
  private static final Set<Kind> EXPECTED =
      EnumSet.of(
          Kind.NON_ROOT_USER,
          Kind.HEALTH_CHECKS,
          Kind.MINIMAL_BASE,
          Kind.MANIFESTS_FIRST,
          Kind.CACHE_MOUNTS);

  private static final int MOST_NAMES = 6;

  private ProjectStrengths() {}

  /** The strengths, the weightiest first. */
  static List<Strength> of(
      Project project, List<DockerfileSurvey> dockerfiles, List<DeploymentSurvey> deployments) {
    List<Strength> found = new ArrayList<>(ofDockerfiles(dockerfiles));
    found.addAll(ofDeployments(deployments));
    found.addAll(ignoreFiles(project));
    return found.stream().sorted().toList();
  }

  /** What holds in several of them is told once. */
  private static List<Strength> ofDeployments(List<DeploymentSurvey> deployments) {
    Map<Strength, List<String>> titles = new LinkedHashMap<>();
    for (DeploymentSurvey deployment : deployments) {
      deployment
          .strengths()
          .forEach(
              one -> titles.computeIfAbsent(one, key -> new ArrayList<>()).add(deployment.title()));
    }
    List<Strength> found = new ArrayList<>();
    titles.forEach(
        (one, where) ->
            found.add(
                deployments.size() == 1
                    ? one
                    : new Strength(one.kind(), one.text() + " (" + some(where) + ")")));
    return found;
  }

  /** Of many names the first; the rest is counted. */
  private static String some(List<String> names) {
    String first = names.stream().limit(MOST_NAMES).collect(joining(", "));
    return names.size() <= MOST_NAMES
        ? first
        : first + " and %s more".formatted(names.size() - MOST_NAMES);
  }

  private static List<Strength> ofDockerfiles(List<DockerfileSurvey> dockerfiles) {
    SortedMap<Kind, List<String>> paths = new TreeMap<>();
    for (DockerfileSurvey file : dockerfiles) {
      file.strengths()
          .forEach(
              one -> paths.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(file.path()));
    }
    return paths.entrySet().stream()
        .filter(entry -> OF_DOCKERFILES.containsKey(entry.getKey()))
        .filter(
            entry ->
                !EXPECTED.contains(entry.getKey())
                    || entry.getValue().size() * 2 >= dockerfiles.size())
        .map(
            entry ->
                new Strength(
                    entry.getKey(),
                    OF_DOCKERFILES
                        .get(entry.getKey())
                        .formatted(named(entry.getValue(), dockerfiles))))
        .toList();
  }

  private static String named(List<String> paths, List<DockerfileSurvey> all) {
    return paths.size() == all.size() && all.size() > 1
        ? "all %s Dockerfiles".formatted(all.size())
        : some(paths);
  }

  /** Those that a build uses. */
  private static List<Strength> ignoreFiles(Project project) {
    SortedMap<String, IgnoreFile> used = new TreeMap<>();
    project.dockerfiles().stream()
        .flatMap(file -> project.contexts(file).stream())
        .flatMap(context -> context.ignoreFile().stream())
        .filter(file -> !file.patterns().isEmpty())
        .forEach(file -> used.put(file.source().path(), file));
    return used.isEmpty()
        ? List.of()
        : List.of(
            new Strength(
                Kind.IGNORE_FILE,
                used.entrySet().stream()
                    .map(
                        entry ->
                            "%s keeps files out of the build by %s patterns"
                                .formatted(entry.getKey(), entry.getValue().patterns().size()))
                    .collect(joining("; "))));
  }
}
