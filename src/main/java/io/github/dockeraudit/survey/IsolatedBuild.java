package io.github.dockeraudit.survey;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.facts.DevelopmentTool;
import io.github.dockeraudit.facts.PackageCommand.Action;
import io.github.dockeraudit.facts.Packages;
import io.github.dockeraudit.source.NameWords;
import io.github.dockeraudit.survey.DockerfileStrengths.Handover;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compilers that are in a stage which is left behind, and in no image. */
final class IsolatedBuild {

  /** Images that have compilers whatever their size. */
  private static final Set<String> WITH_COMPILERS =
      Set.of("golang", "rust", "gcc", "maven", "gradle", "swift", "haskell", "sdk", "jdk", "dev");

  private IsolatedBuild() {}

  /** A sentence about it; empty if it does not hold or is not known. */
  static Optional<String> in(Dockerfile file, List<Stage> images) {
    List<Stage> left = Handover.in(file, images).stream().map(Handover::from).distinct().toList();
    SortedSet<String> tools =
        left.stream().flatMap(IsolatedBuild::compilers).collect(toCollection(TreeSet::new));
    if (tools.isEmpty() || images.stream().anyMatch(IsolatedBuild::mayCompile)) {
      return Optional.empty();
    }
    String names = left.stream().map(StageSurvey::title).collect(joining(", "));
    return Optional.of(
        "Compilers stay behind in %s: %s".formatted(names, String.join(", ", tools)));
  }

  private static boolean mayCompile(Stage image) {
    String base = image.root().from().image().text();
    return Minimal.of(image) != Answer.YES
        || NameWords.of(base).stream().anyMatch(WITH_COMPILERS::contains)
        || compilers(image).findAny().isPresent();
  }

  /** The packages of compilers that are installed on the way to a stage. */
  private static Stream<String> compilers(Stage image) {
    return image.ancestors().stream()
        .flatMap(stage -> stage.all(Run.class).map(run -> Packages.of(run, stage.stateAt(run))))
        .flatMap(packages -> packages.commands(Action.INSTALL))
        .filter(install -> install.manager().isOfDistribution())
        .flatMap(install -> install.packages().stream())
        .flatMap(spec -> spec.name().stream())
        .filter(IsolatedBuild::isCompiler);
  }

  private static boolean isCompiler(String name) {
    return DevelopmentTool.in(name)
        .filter(tool -> tool.kind() == DevelopmentTool.Kind.COMPILER)
        .isPresent();
  }
}
