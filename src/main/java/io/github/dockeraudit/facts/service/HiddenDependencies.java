package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ContainerCommands;
import io.github.dockeraudit.facts.DependencyInstall;
import io.github.dockeraudit.facts.DependencyInstall.Ecosystem;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of the host that is mounted over one in which the image has installed dependencies.
 *
 * @param build how the image is built
 * @param mount the mount
 * @param folder where the dependencies are in the image
 */
public record HiddenDependencies(ServiceBuild build, Mount mount, String folder)
    implements Located {

  /** The folder beside its manifest that an ecosystem installs into, and the manifest. */
  private static final Map<Ecosystem, String> FOLDERS =
      Map.of(Ecosystem.NODE, "node_modules", Ecosystem.PHP, "vendor");

  private static final Map<Ecosystem, String> MANIFESTS =
      Map.of(Ecosystem.NODE, "package.json", Ecosystem.PHP, "composer.json");

  /** Files by which a package manager keeps its packages elsewhere. */
  private static final String[] ELSEWHERE = {".pnp.cjs", ".pnp.js", ".yarnrc.yml"};

  @Override
  public SourceRange range() {
    return mount.range();
  }

  /** All of a project. */
  public static Stream<HiddenDependencies> in(Project project) {
    return project.builds().stream()
        .filter(build -> !build.service().volumes().isEmpty() && !mayInstallAtStart(build))
        .flatMap(build -> in(build, project));
  }

  /** What is started may install, or be a script that does. */
  private static boolean mayInstallAtStart(ServiceBuild build) {
    return ContainerCommands.ofStart(build.service(), build.stage())
        .map(SimpleCommand::unwrapped)
        .anyMatch(
            command ->
                DependencyInstall.of(command).isPresent()
                    || command.is("sh", "bash")
                    || command.name().flatMap(name -> name.literal()).isEmpty()
                    || command.program().filter(name -> name.endsWith(".sh")).isPresent());
  }

  private static Stream<HiddenDependencies> in(ServiceBuild build, Project project) {
    return build.stage().stream()
        .flatMap(stage -> stage.ancestors().stream())
        .flatMap(HiddenDependencies::installs)
        .distinct()
        .flatMap(
            installed ->
                build.service().volumes().stream()
                    .filter(mount -> isOver(mount, installed, build, project))
                    .map(
                        mount ->
                            new HiddenDependencies(
                                build, mount, installed.folder() + "/" + installed.name())));
  }

  /**
   * An install in the image.
   *
   * @param folder where its manifest is
   */
  private record Installed(Ecosystem ecosystem, String folder) {
    String name() {
      return FOLDERS.get(ecosystem);
    }
  }

  private static Stream<Installed> installs(Stage stage) {
    return stage
        .all(Run.class)
        .flatMap(
            run ->
                DependencyInstall.in(run.command().script())
                    .filter(install -> FOLDERS.containsKey(install.ecosystem()))
                    .filter(install -> staysInWorkdir(install, run))
                    .flatMap(
                        install ->
                            stage.stateAt(run).workdir().certain().stream()
                                .map(path -> new Installed(install.ecosystem(), path))));
  }

  private static boolean staysInWorkdir(DependencyInstall install, Run run) {
    return run.command().script().commands().stream().noneMatch(command -> command.is("cd", "mv"))
        && !install.command().hasFlag("--prefix", "-C", "--cwd", "--dir", "-d", "--working-dir");
  }

  private static boolean isOver(
      Mount mount, Installed installed, ServiceBuild build, Project project) {
    String target = withoutSlash(mount.target().text());
    boolean covers = (installed.folder() + "/").startsWith(target + "/");
    return mount.type() == Mount.Type.BIND
        && mount.target().isKnown()
        && covers
        && !isKept(build.service(), installed.folder() + "/" + installed.name())
        && hasManifest(
            mount, installed.folder().substring(target.length()), installed, build, project);
  }

  /** Whether a further mount lets the folder of the image through. */
  private static boolean isKept(Service service, String folder) {
    return Stream.concat(
            service.volumes().stream().map(mount -> mount.target().text()),
            service.tmpfs().stream().map(path -> path.text()))
        .map(HiddenDependencies::withoutSlash)
        .anyMatch(target -> target.equals(folder) || target.contains("$"));
  }

  private static boolean hasManifest(
      Mount mount, String below, Installed installed, ServiceBuild build, Project project) {
    Optional<String> folder =
        mount.source().flatMap(build.deployment()::resolve).map(path -> path + below + "/");
    return folder
        .map(path -> path.startsWith("/") ? path.substring(1) : path)
        .filter(path -> project.tree().isFile(path + MANIFESTS.get(installed.ecosystem())))
        .filter(path -> Stream.of(ELSEWHERE).noneMatch(name -> project.tree().isFile(path + name)))
        .isPresent();
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** An anonymous volume, which begins with what the image has there. */
  public Remedy remedy() {
    return build
        .deployment()
        .path(mount.range())
        .flatMap(path -> path.itemAfter(mount.range(), folder))
        .map(edit -> Remedy.intended("Keep the folder of the image", List.of(edit)))
        .orElseGet(() -> Remedy.none("its volumes are not written line by line"));
  }
}
