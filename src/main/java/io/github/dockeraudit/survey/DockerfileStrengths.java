package io.github.dockeraudit.survey;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.dockerfile.Command;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.facts.EffectiveUser;
import io.github.dockeraudit.facts.HealthChecks;
import io.github.dockeraudit.facts.StagePurpose;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.survey.Strength.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is well done in one Dockerfile. A strength is told only if it holds for every image that the
 * file is for, and never where it is not known.
 */
final class DockerfileStrengths {

  private final Project project;
  private final Dockerfile file;

  /** Those that are shipped; of a Dockerfile for development, the last one. */
  private final List<Stage> images;

  private final List<Strength> found = new ArrayList<>();

  private DockerfileStrengths(Project project, Dockerfile file) {
    this.project = project;
    this.file = file;
    this.images = images(project, file);
  }

  /** The images that a Dockerfile is for: the shipped ones, or else the last. */
  static List<Stage> images(Project project, Dockerfile file) {
    List<Stage> shipped = project.shippedStages(file);
    return shipped.isEmpty() ? file.lastStage().stream().toList() : shipped;
  }

  /** The strengths, the weightiest first; none for a file that Docker would refuse. */
  static List<Strength> of(Project project, Dockerfile file) {
    if (!file.accepted() || file.stages().isEmpty()) {
      return List.of();
    }
    DockerfileStrengths strengths = new DockerfileStrengths(project, file);
    strengths.findAll();
    return strengths.found.stream().sorted().toList();
  }

  private void findAll() {
    findStages();
    findUser();
    findBase();
    findCommands();
    findHealthChecks();
    new LayerStrengths(file, images).find().forEach(found::add);
  }

  private void add(Kind kind, String text, Object... args) {
    found.add(new Strength(kind, text.formatted(args)));
  }

  private void findStages() {
    List<Handover> handovers = Handover.in(file, images);
    if (!handovers.isEmpty()) {
      add(
          Kind.MULTI_STAGE,
          "Multi-stage build: %s stages; %s",
          file.stages().size(),
          handovers.stream().map(Handover::toString).collect(joining("; ")));
    }
    IsolatedBuild.in(file, images).ifPresent(text -> add(Kind.ISOLATED_BUILD, "%s", text));
    VirtualEnvironment.in(handovers).ifPresent(text -> add(Kind.VIRTUAL_ENVIRONMENT, "%s", text));
    findTargets();
    findDevelopment();
  }

  private void findTargets() {
    List<Stage> built = images.stream().filter(this::isBuilt).toList();
    Optional<Stage> common =
        built.stream().findFirst().flatMap(Stage::parent).filter(parent -> isParent(parent, built));
    if (built.size() > 1 && common.isPresent()) {
      add(
          Kind.SERVICE_TARGETS,
          "Service-specific targets: %s share %s",
          names(built),
          StageSurvey.title(common.get()));
    }
  }

  private boolean isBuilt(Stage stage) {
    return project.builds(file).stream().anyMatch(build -> build.isOf(stage));
  }

  private static boolean isParent(Stage parent, List<Stage> stages) {
    return stages.stream().allMatch(stage -> stage.parent().filter(parent::equals).isPresent());
  }

  private void findDevelopment() {
    List<Stage> development =
        file.stages().stream()
            .filter(stage -> !images.contains(stage) && project.isForDevelopment(file, stage))
            .toList();
    if (!development.isEmpty() && !project.isForDevelopment(file)) {
      add(
          Kind.DEVELOPMENT_APART,
          "Development (%s) and production (%s) have stages of their own",
          names(development),
          names(images));
    }
  }

  private void findUser() {
    boolean allKnown =
        images.stream().allMatch(stage -> EffectiveUser.of(stage).isRoot() == Answer.NO);
    if (allKnown) {
      List<String> users =
          images.stream()
              .flatMap(stage -> EffectiveUser.of(stage).name().stream())
              .filter(name -> !EffectiveUser.isRoot(name))
              .distinct()
              .sorted()
              .toList();
      add(
          Kind.NON_ROOT_USER,
          users.isEmpty() ? "Runs as a user other than root" : "Runs as %s, not as root",
          String.join(", ", users));
    }
  }

  private void findBase() {
    List<ImageReference> bases =
        images.stream().flatMap(stage -> stage.root().image().stream()).distinct().toList();
    String names =
        bases.stream()
            .map(DockerfileStrengths::familiar)
            .distinct()
            .sorted()
            .collect(joining(", "));
    if (images.stream().allMatch(stage -> Minimal.of(stage) == Answer.YES)) {
      add(Kind.MINIMAL_BASE, "Minimal base image: %s", names.isEmpty() ? "scratch" : names);
    }
    boolean allKnown = images.stream().allMatch(stage -> stage.root().image().isPresent());
    if (allKnown && bases.stream().allMatch(image -> Pin.of(image) == Pin.DIGEST)) {
      add(Kind.PINNED_BASE, "Base image pinned by digest");
    } else if (allKnown && bases.stream().allMatch(image -> Pin.of(image).isVersioned())) {
      add(Kind.PINNED_BASE, "Base image with a version: %s", names);
    }
  }

  static String familiar(ImageReference image) {
    return image.familiarName() + image.tag().map(tag -> ":" + tag).orElse("");
  }

  private void findCommands() {
    List<Command> commands = images.stream().flatMap(DockerfileStrengths::commands).toList();
    if (!commands.isEmpty() && commands.stream().allMatch(Command::isExec)) {
      add(Kind.EXEC_FORM, "CMD and ENTRYPOINT in exec form, so that signals arrive");
    }
  }

  private static Stream<Command> commands(Stage stage) {
    State state = stage.finalState();
    return Stream.concat(
        state.entrypoint().map(entrypoint -> entrypoint.command()).stream(),
        state.cmd().map(cmd -> cmd.command()).stream());
  }

  private void findHealthChecks() {
    List<Stage> services = images.stream().filter(StagePurpose::isService).toList();
    if (!services.isEmpty()
        && services.stream().allMatch(stage -> HealthChecks.ofStage(stage).isChecked())) {
      add(Kind.HEALTH_CHECKS, "Health check where a port is served: %s", names(services));
    }
  }

  private static String names(List<Stage> stages) {
    return stages.stream().map(StageSurvey::title).collect(joining(", "));
  }

  /**
   * A stage on the way to an image that takes files from a stage which is not on that way.
   *
   * @param to the stage that takes
   * @param from the stage that is left behind
   * @param paths what is taken, as written
   */
  record Handover(Stage to, Stage from, List<String> paths) {

    /** Those on the way to some image, in file order. */
    static List<Handover> in(Dockerfile file, List<Stage> images) {
      List<Handover> found = new ArrayList<>();
      for (Stage stage : file.stages()) {
        if (images.stream().anyMatch(image -> image.ancestors().contains(stage))) {
          stage.all(Copy.class).forEachOrdered(copy -> add(file, stage, copy, found));
        }
      }
      return List.copyOf(found);
    }

    private static void add(Dockerfile file, Stage to, Copy copy, List<Handover> found) {
      List<String> paths = copy.sources().stream().map(Word::text).toList();
      copy.from()
          .flatMap(from -> file.stage(from.text()))
          .filter(from -> from.index() < to.index() && !to.ancestors().contains(from))
          .ifPresent(from -> found.add(new Handover(to, from, paths)));
    }

    @Override
    public String toString() {
      return "%s takes %s from %s"
          .formatted(StageSurvey.title(to), String.join(", ", paths), StageSurvey.title(from));
    }
  }
}
