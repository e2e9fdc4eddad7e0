package io.github.dockeraudit.facts;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.stream.Stream;

/** Installs of npm that pass over the lock file which the build has. */
public final class UnlockedInstall {

  /** The lock file. */
  public static final String LOCK = "package-lock.json";

  private UnlockedInstall() {}

  /** The words that tell npm to install so, of all Dockerfiles of a project. */
  public static Stream<Word> in(Project project) {
    return project.dockerfiles().stream()
        .filter(file -> file.runs("npm"))
        .flatMap(file -> file.stages().stream().flatMap(stage -> in(stage, file, project)));
  }

  private static Stream<Word> in(Stage stage, Dockerfile file, Project project) {
    return stage
        .all(Run.class)
        .flatMap(run -> PackageCommand.all(run.command().script()).stream())
        .filter(install -> install.manager() == PackageManager.NPM && isPlainInstall(install))
        .filter(install -> copiesLock(stage, install, project.contexts(file)))
        .flatMap(install -> install.subcommand().stream());
  }

  private static boolean isPlainInstall(PackageCommand command) {
    return command.does(INSTALL)
        && command.packages().isEmpty()
        && command.subcommand().filter(word -> word.is("install") || word.is("i")).isPresent()
        && !command.hasFlag("-g", "--global", "--no-package-lock", "--no-save", "--package-lock");
  }

  /** By its name, or by a pattern or folder that brings it along. */
  private static boolean copiesLock(
      Stage stage, PackageCommand install, List<BuildContext> contexts) {
    return stage.instructions().stream()
        .filter(step -> step.range().start() < install.range().start())
        .flatMap(step -> ContextCopy.of(step).stream())
        .flatMap(copy -> copy.sources().stream())
        .map(source -> source.text())
        .anyMatch(source -> bringsLock(source, contexts));
  }

  private static boolean bringsLock(String source, List<BuildContext> contexts) {
    if (source.endsWith(LOCK)) {
      return true;
    }
    int slash = source.lastIndexOf('/') + 1;
    String folder = source.substring(0, slash);
    String name = source.substring(slash);
    boolean isPattern = name.startsWith("package") && name.endsWith("*.json");
    boolean isContext = source.equals(".") || source.equals("./");
    return (isPattern || isContext)
        && !contexts.isEmpty()
        && contexts.stream().allMatch(context -> context.holds(isContext ? LOCK : folder + LOCK));
  }
}
