package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An image whose Java is older than what the module that it runs is compiled for.
 *
 * @param root the stage that names the image
 * @param release the Java of the image
 * @param level what the module is compiled for
 */
public record OldRuntime(Stage root, int release, int level) implements Located {

  @Override
  public SourceRange range() {
    return root.from().image().range();
  }

  /** All of a project: where a stage copies what the module makes, and starts it with Java. */
  public static Stream<OldRuntime> in(Project project) {
    return project.maven().stream()
        .flatMap(
            model ->
                JavaLevel.of(model).isEmpty()
                    ? Stream.empty()
                    : in(project, model, JavaLevel.of(model).getAsInt()));
  }

  private static Stream<OldRuntime> in(Project project, MavenModel model, int level) {
    return ModuleArtifact.in(project)
        .map(ModuleArtifact::stage)
        .distinct()
        .filter(StartedJava::is)
        .flatMap(
            stage ->
                JavaImage.of(stage)
                    .filter(image -> image.release() < level)
                    .map(image -> new OldRuntime(stage.root(), image.release(), level))
                    .stream());
  }

  /** Names the newer one, in the same variant. */
  public Remedy remedy() {
    Optional<String> tag = root.image().flatMap(ImageReference::tag);
    String old = String.valueOf(release);
    boolean isBare =
        tag.filter(text -> text.equals(old) || text.startsWith(old + "-")).isPresent()
            && range().text().endsWith(":" + tag.get());
    int start = range().end() - tag.map(String::length).orElse(0);
    return isBare
        ? Remedy.intended(
            "Take Java " + level,
            List.of(
                range()
                    .source()
                    .range(start, start + old.length())
                    .replaceWith(String.valueOf(level))))
        : Remedy.none("which tag has Java %s is not known".formatted(level));
  }
}
