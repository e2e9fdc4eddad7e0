package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.DotEnv;
import io.github.dockeraudit.compose.Interpolation;
import io.github.dockeraudit.compose.Interpolation.Operator;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A variable that compose files use without a default and that the pattern for {@code .env} does
 * not name.
 *
 * @param use the first place that uses it
 * @param pattern the file that should name it
 */
public record UndocumentedVariable(Interpolation use, DotEnv pattern) implements Located {

  /** What every shell sets by itself, or compose. */
  private static final Set<String> GIVEN =
      Set.of(
          "COMPOSE_PROJECT_NAME", "GID", "HOME", "HOSTNAME", "PATH", "PWD", "SHELL", "UID", "USER");

  /** The use, from the dollar sign on. */
  @Override
  public SourceRange range() {
    return use.range();
  }

  /** Those of each deployment that has a pattern beside it or in the project's folder. */
  public static Stream<UndocumentedVariable> in(Project project) {
    Map<String, UndocumentedVariable> byPlace = new LinkedHashMap<>();
    for (Deployment deployment : project.deployments()) {
      pattern(project, deployment)
          .ifPresent(
              pattern ->
                  deployment.interpolations().stream()
                      .filter(use -> isOpen(use) && !isNamed(use, project, pattern))
                      .map(use -> new UndocumentedVariable(use, pattern))
                      .forEachOrdered(
                          each ->
                              byPlace.putIfAbsent(
                                  pattern.source().path() + " " + each.use.name(), each)));
    }
    return byPlace.values().stream();
  }

  private static Optional<DotEnv> pattern(Project project, Deployment deployment) {
    String folder = folderOf(deployment.baseFile().source());
    return Stream.of(folder, "")
        .flatMap(
            place ->
                project.envFiles().stream()
                    .filter(DotEnv::isExample)
                    .filter(file -> folderOf(file.source()).equals(place)))
        .findFirst();
  }

  private static String folderOf(Source file) {
    return file.path().substring(0, file.path().lastIndexOf('/') + 1);
  }

  /** Whether nothing in the project says what it is. */
  private static boolean isOpen(Interpolation use) {
    return use.value().isEmpty()
        && (use.operator() == Operator.NONE || use.isRequired())
        && !GIVEN.contains(use.name());
  }

  /** Another file for variables may name it; a comment may, too. */
  private static boolean isNamed(Interpolation use, Project project, DotEnv pattern) {
    return project.envFiles().stream().anyMatch(file -> file.variable(use.name()).isPresent())
        || pattern.source().text().contains(use.name());
  }

  /** Names it in the pattern, without a value. */
  public Remedy remedy() {
    Source file = pattern.source();
    String before = file.text().isEmpty() || file.text().endsWith("\n") ? "" : file.lineEnding();
    int end = file.text().length();
    String line = before + use.name() + "=" + file.lineEnding();
    return Remedy.intended(
        "Name it in " + file.path(), List.of(file.range(end, end).insertAfter(line)));
  }
}
