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
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private static final Given NOTHING = new Given(Set.of(), Set.of());

    static Given to(Dockerfile file, Project project) {
      if (project.builds(file).isEmpty()) {
        return NOTHING;
      }
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
      return text.indexOf('$') >= 0
          && arguments.stream()
              .anyMatch(name -> text.contains("${" + name) || text.contains("$" + name));
    }
  }

  /** The stages of a Dockerfile by name or number. */
  private static final class Names {

    private final List<Stage> all;

    /** In the order of their numbers. */
    private final Map<String, List<Stage>> byName = new HashMap<>();

    Names(List<Stage> all) {
      this.all = all;
      for (Stage stage : all) {
        stage.name().ifPresent(name -> add(name, stage));
        add(Integer.toString(stage.index()), stage);
      }
    }

    private void add(String name, Stage stage) {
      byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(stage);
    }

    /** The first stage of that name or number from an index on. */
    Optional<Stage> from(int index, String name) {
      List<Stage> named = byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
      int low = 0;
      int high = named.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (named.get(middle).index() < index) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low < named.size() ? Optional.of(named.get(low)) : Optional.empty();
    }

    boolean isAnyBefore(int index, String name) {
      return from(0, name).filter(stage -> stage.index() < index).isPresent();
    }
  }

  private static final Fact<Project, List<BuildInput>> OF_PROJECT = Fact.of(BuildInput::find);

  private final Names stages;
  private final Stage stage;
  private final Word word;
  private final Kind kind;
  private final Optional<ImageReference> image;

  /** What the FROM of a stage names. */
  private BuildInput(Names stages, Stage stage, Given given) {
    this.stages = stages;
    this.stage = stage;
    this.word = stage.from().image();
    this.image = given.changes(word) ? Optional.empty() : stage.image();
    this.kind = kindOfBase(stage.base().text().orElse(""), given.contexts);
  }

  /** What another instruction of a stage names. */
  private BuildInput(Names stages, Stage stage, Given given, Word word) {
    this.stages = stages;
    this.stage = stage;
    this.word = word;
    this.image = word.literal().flatMap(ImageReference::parse);
    this.kind = word.literal().map(name -> kind(name, given.contexts)).orElse(Kind.OTHER);
  }

  /** All inputs of the stages of all Dockerfiles of a project, in file order. */
  public static Stream<BuildInput> in(Project project) {
    return OF_PROJECT.about(project).stream();
  }

  /** All inputs that are images, of all Dockerfiles of a project. */
  public static Stream<BuildInput> images(Project project) {
    return in(project).filter(input -> input.kind == Kind.IMAGE);
  }

  /** Those of the {@link #images} of which something is true. */
  public static Stream<BuildInput> images(Project project, Predicate<ImageReference> which) {
    return images(project).filter(input -> input.image().filter(which).isPresent());
  }

  private static List<BuildInput> find(Project project) {
    List<BuildInput> found = new ArrayList<>();
    for (Dockerfile file : project.dockerfiles()) {
      Given given = Given.to(file, project);
      Names stages = new Names(file.stages());
      for (Stage stage : file.stages()) {
        found.add(new BuildInput(stages, stage, given));
        for (Instruction instruction : stage.instructions()) {
          for (Word name : names(instruction)) {
            found.add(new BuildInput(stages, stage, given, name));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<Word> names(Instruction instruction) {
    if (instruction instanceof Copy copy) {
      return copy.from().stream().toList();
    }
    return instruction instanceof Run run && !run.mounts().isEmpty()
        ? run.mounts().stream().map(Mount::from).flatMap(Optional::stream).toList()
        : List.of();
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
    if (stages.isAnyBefore(stage.index(), name)) {
      return Kind.STAGE;
    }
    if (contexts.contains(name)) {
      return Kind.CONTEXT;
    }
    boolean undefined =
        image.isEmpty()
            || stages.from(stage.index(), name).isPresent()
            || isPlainWord(name) && !isKnownImage();
    return undefined ? Kind.UNDEFINED : Kind.IMAGE;
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

  /** Whether it is what the stage builds on, as FROM names it. */
  public boolean isBase() {
    return word == stage.from().image();
  }

  /** What the name stands for. */
  public Kind kind() {
    return kind;
  }

  /** The image, with the defaults of global ARGs; empty if it is none, or compose says which. */
  public Optional<ImageReference> image() {
    return kind == Kind.IMAGE ? image : Optional.empty();
  }

  /** The image as people name it, without tag and digest; the word itself if it is no image. */
  public String familiarName() {
    return image().map(ImageReference::familiarName).orElse(word.text());
  }

  /** The edit that gives the image another tag; empty if variables or quotes make its name. */
  public Optional<TextEdit> retagged(String tag) {
    String text = word.text();
    if (image().isEmpty()
        || word.literal().filter(text::equals).isEmpty()
        || text.indexOf('@') >= 0) {
      return Optional.empty();
    }
    int colon = text.indexOf(':', text.lastIndexOf('/') + 1);
    int end = colon < 0 ? text.length() : colon;
    SourceRange range = word.mapped().range();
    return range.length() == text.length()
        ? Optional.of(range.source().range(range.start() + end, range.end()).replaceWith(":" + tag))
        : Optional.empty();
  }

  /** The stages before the one that takes the files, in file order. */
  public List<Stage> earlierStages() {
    return stages.all.subList(0, stage.index());
  }

  /** The stage of that name after the one that takes the files; empty if there is none. */
  public Optional<Stage> laterStage() {
    return stages.from(stage.index() + 1, word.text());
  }
}
