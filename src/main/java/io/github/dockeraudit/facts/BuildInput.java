package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Build;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Mount;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a stage takes files from by a name: with FROM, COPY --from or RUN --mount from. */
public final class BuildInput implements Located {

  /** What a name stands for. */
  public enum Kind {
    /** An earlier stage. */
    STAGE,
    /** A further build context, which compose gives a name. */
    CONTEXT,
    /** An image. */
    IMAGE,
    /** A later stage, or a plain word that nobody knows as the name of an image. */
    UNDEFINED,
    /** Nothing at all, or something that only the build knows. */
    OTHER
  }

  /** The names of the build contexts and build arguments that compose gives to a Dockerfile. */
  private record Given(Set<String> contexts, Set<String> arguments) {

    static Given to(Dockerfile file, Project project) {
      List<Build> builds =
          project.builds(file).stream().flatMap(build -> build.service().build().stream()).toList();
      return new Given(names(builds, Build::additionalContexts), names(builds, Build::args));
    }

    private static Set<String> names(List<Build> builds, Function<Build, List<Variable>> given) {
      return builds.stream()
          .map(given)
          .flatMap(List::stream)
          .map(Variable::name)
          .collect(Collectors.toSet());
    }

    /** Whether a word comes to something else than the defaults in the Dockerfile. */
    boolean changes(Word word) {
      String text = word.text();
      return arguments.stream()
          .anyMatch(name -> text.contains("${" + name) || text.contains("$" + name));
    }
  }

  private final List<Stage> stages;
  private final Stage stage;
  private final Word word;
  private final Kind kind;
  private final Optional<ImageReference> image;

  /** What the FROM of a stage names. */
  private BuildInput(List<Stage> stages, Stage stage, Given given) {
    this.stages = stages;
    this.stage = stage;
    this.word = stage.from().image();
    this.image = given.changes(word) ? Optional.empty() : stage.image();
    this.kind = kindOfBase(stage.base().text().orElse(""), given.contexts);
  }

  /** What another instruction of a stage names. */
  private BuildInput(List<Stage> stages, Stage stage, Given given, Word word) {
    this.stages = stages;
    this.stage = stage;
    this.word = word;
    this.image = word.literal().flatMap(ImageReference::parse);
    this.kind = word.literal().map(name -> kind(name, given.contexts)).orElse(Kind.OTHER);
  }

  /** All inputs of the stages of a Dockerfile, in file order. */
  public static Stream<BuildInput> in(Dockerfile file, Project project) {
    Given given = Given.to(file, project);
    return file.stages().stream().flatMap(stage -> of(stage, file.stages(), given));
  }

  /** All inputs that are images, of all Dockerfiles of a project. */
  public static Stream<BuildInput> images(Project project) {
    return project.dockerfiles().stream()
        .flatMap(file -> in(file, project))
        .filter(input -> input.kind == Kind.IMAGE);
  }

  private static Stream<BuildInput> of(Stage stage, List<Stage> stages, Given given) {
    return Stream.concat(
        Stream.of(new BuildInput(stages, stage, given)),
        stage.instructions().stream()
            .flatMap(BuildInput::names)
            .map(word -> new BuildInput(stages, stage, given, word)));
  }

  private static Stream<Word> names(Instruction instruction) {
    if (instruction instanceof Copy copy) {
      return copy.from().stream();
    }
    return instruction instanceof Run run
        ? run.mounts().stream().map(Mount::from).flatMap(Optional::stream)
        : Stream.empty();
  }

  private Kind kindOfBase(String name, Set<String> contexts) {
    if (stage.parent().isPresent()) {
      return Kind.STAGE;
    }
    if (contexts.contains(name)) {
      return Kind.CONTEXT;
    }
    if (image.isEmpty()) {
      return Kind.OTHER;
    }
    return laterStage().isPresent() && !isKnownImage() ? Kind.UNDEFINED : Kind.IMAGE;
  }

  private Kind kind(String name, Set<String> contexts) {
    if (named(earlierStages(), name).isPresent()) {
      return Kind.STAGE;
    }
    if (contexts.contains(name)) {
      return Kind.CONTEXT;
    }
    boolean undefined =
        image.isEmpty()
            || named(stages.subList(stage.index(), stages.size()), name).isPresent()
            || isPlainWord(name) && !isKnownImage();
    return undefined ? Kind.UNDEFINED : Kind.IMAGE;
  }

  private static Optional<Stage> named(List<Stage> stages, String name) {
    return stages.stream()
        .filter(
            stage ->
                stage.name().filter(name::equalsIgnoreCase).isPresent()
                    || name.equals(Integer.toString(stage.index())))
        .findFirst();
  }

  private static boolean isPlainWord(String name) {
    return name.chars().noneMatch(c -> c == '/' || c == ':' || c == '.' || c == '@');
  }

  private boolean isKnownImage() {
    return image
        .filter(i -> BaseImages.find(i).isPresent() || ServiceImages.find(i).isPresent())
        .isPresent();
  }

  /** The name. */
  @Override
  public SourceRange range() {
    return word.range();
  }

  /** The name as written. */
  public Word word() {
    return word;
  }

  /** The stage that takes the files. */
  public Stage stage() {
    return stage;
  }

  /** What the name stands for. */
  public Kind kind() {
    return kind;
  }

  /** The image, with the defaults of global ARGs; empty if it is none, or compose says which. */
  public Optional<ImageReference> image() {
    return kind == Kind.IMAGE ? image : Optional.empty();
  }

  /** The stages before the one that takes the files, in file order. */
  public List<Stage> earlierStages() {
    return stages.subList(0, stage.index());
  }

  /** The stage of that name after the one that takes the files; empty if there is none. */
  public Optional<Stage> laterStage() {
    return named(stages.subList(stage.index() + 1, stages.size()), word.text());
  }
}
