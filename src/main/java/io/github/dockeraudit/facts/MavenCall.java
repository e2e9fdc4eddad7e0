package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call of Maven in a build of an image.
 *
 * @param command the call, seen through wrappers
 * @param stage the stage that makes it
 * @param project the project
 */
public record MavenCall(SimpleCommand command, Stage stage, Project project) implements Located {

  private static final String CONFIGURATION = ".mvn/maven.config";
  private static final Version FIRST = Version.startOf("3.6.1");

  /** The word that calls it. */
  @Override
  public SourceRange range() {
    return command.name().orElseThrow().range();
  }

  /** All of a project that build something. */
  public static Stream<MavenCall> in(Project project) {
    return project.dockerfiles().stream().flatMap(file -> in(file, project));
  }

  private static Stream<MavenCall> in(Dockerfile file, Project project) {
    return file.commands("mvn", "mvnw")
        .flatMap(run -> file.stageOf(run.run()).map(stage -> of(run, stage, project)).stream());
  }

  private static MavenCall of(RunCommand run, Stage stage, Project project) {
    return new MavenCall(run.command().unwrapped(), stage, project);
  }

  /** Whether it downloads and tells so, by all that is known. */
  public boolean showsTransfers() {
    boolean isToldSo =
        command.hasFlag("-ntp", "--no-transfer-progress", "-q", "--quiet", "-o", "--offline", "-v")
            || command.words().stream().anyMatch(word -> word.literal().isEmpty())
            || command.raw().contains("TransferListener");
    Optional<Version> version = stage.root().image().flatMap(MavenCall::maven);
    return !isToldSo
        && version.filter(older -> !older.isNone() && !knowsIt(older)).isEmpty()
        && DependencyInstall.of(command).isPresent()
        && stage.ancestors().stream()
            .noneMatch(own -> own.instructions().stream().anyMatch(MavenCall::isToldByVariable))
        && !project.tree().isFile(CONFIGURATION);
  }

  private static boolean isToldByVariable(Instruction step) {
    String text = step.range().text();
    return text.contains("MAVEN_ARGS")
        || text.contains("TransferListener")
        || text.contains("-ntp");
  }

  /** The older ones of Maven do not know the option. */
  public Remedy quiet() {
    boolean isKnown =
        stage.root().image().flatMap(MavenCall::maven).filter(MavenCall::knowsIt).isPresent();
    Word name = command.name().orElseThrow();
    boolean isBatch = command.hasFlag("-B", "--batch-mode");
    List<TextEdit> edits =
        List.of(isBatch ? name.followedBy("-ntp") : name.followedBy("-B", "-ntp"));
    return isKnown
        ? Remedy.intended("Do not log transfers", edits)
        : Remedy.risky("Do not log transfers", edits);
  }

  private static Optional<Version> maven(ImageReference image) {
    boolean isMaven = image.repository().equals("library/maven");
    return image.tag().filter(tag -> isMaven).map(Version::startOf);
  }

  private static boolean knowsIt(Version version) {
    return !version.isNone() && (version.compareTo(FIRST) >= 0 || version.length() < 3);
  }
}
