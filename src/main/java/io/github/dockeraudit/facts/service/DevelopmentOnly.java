package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.ServiceImage;
import io.github.dockeraudit.facts.ServiceImage.Kind;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.NameWords;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Base files that only fit one's own machine, in projects that have nothing else for a server. */
public final class DevelopmentOnly {

  /** Variables whose value says what a program is run for. */
  private static final Set<String> MODES =
      Set.of("NODE_ENV", "RAILS_ENV", "FLASK_ENV", "APP_ENV", "ASPNETCORE_ENVIRONMENT");

  private DevelopmentOnly() {}

  /** The first place in a base file that is for development; empty if there is none. */
  public static Optional<Located> sign(Project project, Deployment deployment) {
    return buildsPrograms(project, deployment) && isAlone(project, deployment)
        ? DeployedService.in(project, deployment)
            .filter(service -> !service.isForDevelopment())
            .flatMap(DevelopmentOnly::signs)
            .findFirst()
        : Optional.empty();
  }

  /**
   * A file that only starts a database for a program that runs elsewhere never gets to a server.
   */
  private static boolean buildsPrograms(Project project, Deployment deployment) {
    return DeployedService.in(project, deployment)
        .anyMatch(each -> each.service().build().isPresent() && !each.isForDevelopment());
  }

  /** Compose finds it by itself, and no other compose file lies in its folder. */
  private static boolean isAlone(Project project, Deployment deployment) {
    String base = deployment.baseFile().source().path();
    String folder = base.substring(0, base.lastIndexOf('/') + 1);
    return ComposeFile.isFoundByCompose(base)
        && deployment.files().size() == 1
        && project
            .tree()
            .isListed(folder.isEmpty() ? "." : folder.substring(0, folder.length() - 1))
        && project
            .composeSources()
            .map(Source::path)
            .filter(path -> !path.equals(base))
            .noneMatch(path -> isNamedForMore(path, folder));
  }

  /** Another file beside it, or one anywhere whose path speaks of production. */
  private static boolean isNamedForMore(String path, String folder) {
    return path.startsWith(folder) && path.indexOf('/', folder.length()) < 0
        || NameWords.of(path).stream().anyMatch(Set.of("prod", "production", "deploy")::contains);
  }

  private static Stream<Located> signs(DeployedService each) {
    Stream<Located> mounts =
        each.service().volumes().stream()
            .filter(
                mount -> SourceMount.is(each.project(), each.deployment(), each.service(), mount))
            .map(Located.class::cast);
    Stream<Located> modes =
        each.service().environment().stream()
            .filter(variable -> MODES.contains(variable.name()))
            .filter(v -> v.value().filter(mode -> mode.text().matches("(?i)dev.*")).isPresent())
            .map(Located.class::cast);
    return Stream.of(dataPorts(each), mounts, modes).flatMap(own -> own);
  }

  private static Stream<Located> dataPorts(DeployedService each) {
    return each.knownImage().filter(DevelopmentOnly::isForOtherServices).stream()
        .flatMap(
            image ->
                each.service().ports().stream()
                    .filter(port -> image.port().stream().anyMatch(port.target()::contains)))
        .map(Located.class::cast);
  }

  private static boolean isForOtherServices(ServiceImage image) {
    return image.isSensitive()
        && Set.of(Kind.DATABASE, Kind.CACHE, Kind.BROKER, Kind.SEARCH).contains(image.kind());
  }

  /** Writes an override that takes all of it away. */
  public static Remedy remedy(Project project, Deployment deployment, Located sign) {
    if (sign instanceof Variable) {
      return Remedy.none("only a person knows what it is run as in production");
    }
    String base = deployment.baseFile().source().path();
    List<Source> overrides =
        ProductionOverride.of(project).stream()
            .filter(file -> file.path().startsWith(base.substring(0, base.lastIndexOf('.'))))
            .toList();
    return overrides.isEmpty()
        ? Remedy.none("the base file needs another one to be whole, or is refused")
        : Remedy.intended(
            "Add an override for production",
            overrides.stream().map(file -> written(file, deployment)).toList());
  }

  private static TextEdit written(Source file, Deployment deployment) {
    String ending = deployment.baseFile().source().lineEnding();
    return file.withText("").range().insertBefore(file.text().replace("\n", ending));
  }
}
