package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Scope;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.project.FileTree.Entry;
import io.github.dockeraudit.project.MavenModel;
import io.github.dockeraudit.project.MavenModel.Plugin;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of what the build of the audited Maven module makes into the image.
 *
 * @param file the Dockerfile
 * @param stage the stage that copies
 * @param source what it copies, as written
 * @param name the name of the file, variables filled in
 */
public record ModuleArtifact(Dockerfile file, Stage stage, Word source, String name)
    implements Located {

  private static final Set<String> ENDINGS = Set.of("jar", "war");

  /** Plugins that make no file of another name beside the artifact, or one that begins with it. */
  private static final Set<String> USUAL =
      Set.of(
          "apache-rat-plugin",
          "build-helper-maven-plugin",
          "buildnumber-maven-plugin",
          "flatten-maven-plugin",
          "git-commit-id-maven-plugin",
          "git-commit-id-plugin",
          "jacoco-maven-plugin",
          "kotlin-maven-plugin",
          "license-maven-plugin",
          "maven-checkstyle-plugin",
          "maven-clean-plugin",
          "maven-compiler-plugin",
          "maven-deploy-plugin",
          "maven-enforcer-plugin",
          "maven-failsafe-plugin",
          "maven-install-plugin",
          "maven-jar-plugin",
          "maven-javadoc-plugin",
          "maven-pmd-plugin",
          "maven-release-plugin",
          "maven-resources-plugin",
          "maven-shade-plugin",
          "maven-site-plugin",
          "maven-source-plugin",
          "maven-surefire-plugin",
          "maven-war-plugin",
          "spotbugs-maven-plugin",
          "spotless-maven-plugin",
          "spring-boot-maven-plugin",
          "versions-maven-plugin");

  @Override
  public SourceRange range() {
    return source.range();
  }

  /** All of a project of one module whose folder is that of the project. */
  public static Stream<ModuleArtifact> in(Project project) {
    return project.maven().filter(model -> model.modules().isEmpty()).stream()
        .filter(model -> ENDINGS.contains(model.packaging()))
        .flatMap(model -> project.dockerfiles().stream().flatMap(file -> in(file, model, project)));
  }

  private static Stream<ModuleArtifact> in(Dockerfile file, MavenModel model, Project project) {
    boolean isBuiltHere =
        project.contexts(file).stream().allMatch(context -> context.folder().equals("."));
    return isBuiltHere
        ? file.stages().stream().flatMap(stage -> in(stage, file, model, project))
        : Stream.empty();
  }

  private static Stream<ModuleArtifact> in(
      Stage stage, Dockerfile file, MavenModel model, Project project) {
    return stage
        .all(Copy.class)
        .filter(copy -> copy.from().isEmpty() || buildsThere(copy, file))
        .flatMap(
            copy ->
                copy.sources().stream()
                    .flatMap(word -> of(word, copy, stage, file, model).stream()))
        .filter(
            artifact ->
                project.tree().at(model.directories().build() + "/" + artifact.name) != Entry.FILE);
  }

  /** Whether the stage that is copied from calls Maven. */
  private static boolean buildsThere(Copy copy, Dockerfile file) {
    return copy.from().flatMap(Word::literal).flatMap(file::stage).stream()
        .flatMap(from -> from.ancestors().stream())
        .flatMap(from -> from.all(Run.class))
        .flatMap(run -> run.command().script().commands().stream())
        .anyMatch(command -> command.unwrapped().is("mvn", "mvnw"));
  }

  private static Optional<ModuleArtifact> of(
      Word word, Copy copy, Stage stage, Dockerfile file, MavenModel model) {
    Scope scope = stage.stateAt(copy);
    String folder = model.directories().build();
    return scope
        .expand(word)
        .text()
        .filter(
            path -> copy.from().isEmpty() ? isIn(folder, path) : path.contains("/" + folder + "/"))
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .filter(name -> ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)))
        .map(name -> new ModuleArtifact(file, stage, word, name));
  }

  /** In the folder itself and not below it. */
  private static boolean isIn(String folder, String path) {
    String plain =
        path.startsWith("./") ? path.substring(2) : path.startsWith("/") ? path.substring(1) : path;
    return plain.startsWith(folder + "/") && plain.indexOf('/', folder.length() + 1) < 0;
  }

  /**
   * The name that the build gives to what it makes, if what is copied is certainly none of it.
   * Empty where a plugin may make further files.
   */
  public Optional<String> expected(MavenModel model) {
    boolean isAllKnown =
        model.plugins().stream()
                .allMatch(plugin -> USUAL.contains(plugin.coordinates().artifactId()))
            && model.plugins().stream().noneMatch(ModuleArtifact::setsName);
    String made = model.finalName() + "." + model.packaging();
    boolean mayBe =
        name.startsWith(model.finalName())
            || name.startsWith("original-")
            || Glob.matches(name, made)
            || name.contains("*") && Glob.matches(name, made);
    return isAllKnown && !mayBe ? Optional.of(made) : Optional.empty();
  }

  private static boolean setsName(Plugin plugin) {
    return Stream.of(
            "finalName", "outputFile", "jarName", "warName", "outputDirectory", "classifier")
        .anyMatch(name -> plugin.setting(name).isPresent());
  }

  /** Copies what is made. */
  public Remedy remedy(String made) {
    boolean isWritten = source.text().endsWith(name) && source.range().text().endsWith(name);
    SourceRange range = source.range();
    return isWritten
        ? Remedy.intended(
            "Copy " + made,
            List.of(
                range.source().range(range.end() - name.length(), range.end()).replaceWith(made)))
        : Remedy.none("its name comes from a variable");
  }
}
