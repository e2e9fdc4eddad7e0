package io.github.dockeraudit.dockerfile;

import java.util.List;
import java.util.Locale;

/**
 * Finds what BuildKit rejects when it plans the build: references, variables and values that are
 * certainly wrong, whatever the base images hold and the build arguments say.
 */
final class BuildChecks {

  private final Stages stages;
  private final Objections objections;

  /** Images that COPY and RUN name so far: BuildKit numbers them after the stages. */
  private int images;

  BuildChecks(Stages stages, List<Problem> problems) {
    this.stages = stages;
    this.objections = new Objections(Problem.Kind.BUILD, problems);
  }

  /** Checks the stages in the order in which BuildKit does. */
  void check(Dockerfile file) {
    List<Arg> args = stages.globalArgs();
    if (!args.isEmpty() && args.size() == file.instructions().size()) {
      objections.to(
          args.get(args.size() - 1).keyword(), "There is no stage to build; add a FROM below");
    }
    for (Arg arg : args) {
      arg.assignments().stream().flatMap(a -> a.value().stream()).forEachOrdered(this::checkGlobal);
    }
    stages.all().forEach(this::checkFrom);
    stages.all().forEach(this::checkSources);
    stages.all().forEach(this::checkImages);
    stages.all().forEach(this::checkInstructions);
  }

  private void checkGlobal(Word word) {
    objections.toFault(word, stages.globalScope());
  }

  private void checkFrom(Stage stage) {
    Word image = stage.from().image();
    boolean isFaulty = objections.toFault(image, stages.globalScope());
    boolean isBlank = stage.base().certain().filter(String::isEmpty).isPresent();
    if (isBlank && !isFaulty && !image.isEmpty()) {
      objections.to(image, "%s comes to no image name; declare its ARG above this FROM", image);
    }
    stage.from().platform().ifPresent(this::checkPlatform);
  }

  private void checkPlatform(Word platform) {
    if (!objections.toFault(platform, stages.globalScope())) {
      stages
          .globalScope()
          .expand(platform)
          .certain()
          .filter(text -> !Platforms.isValid(text))
          .ifPresent(text -> rejectPlatform(platform, text));
    }
  }

  private void rejectPlatform(Word place, String platform) {
    objections.to(place, "%s is no platform; write one such as linux/amd64", platform);
  }

  private void checkSources(Stage stage) {
    for (Instruction instruction : stage.instructions()) {
      if (instruction instanceof Copy copy) {
        copy.from().ifPresent(this::checkCopySource);
      } else if (instruction instanceof Run run) {
        run.mounts().forEach(this::countImage);
      }
    }
  }

  private void countImage(Mount mount) {
    boolean isImage = mount.from().filter(from -> stages.named(from.text()).isEmpty()).isPresent();
    images += isImage ? 1 : 0;
  }

  private void checkCopySource(Word from) {
    String text = from.text();
    Value expanded = from.expanding().in(name -> Value.unset());
    if (expanded.text().filter(text::equals).isEmpty()) {
      objections.to(from, "--from=%s cannot hold variables or quotes; name a stage", text);
      return;
    }
    if (text.isEmpty() || stages.find(text).isPresent()) {
      return;
    }
    if (!Stages.isNumber(text)) {
      images++;
    } else if (Stages.number(text) < 0 || Stages.number(text) >= stages.all().size() + images) {
      int last = stages.all().size() - 1;
      objections.to(from, "There is no stage %s; stages are numbered from 0 to %s", text, last);
    }
  }

  private void checkImages(Stage stage) {
    if (stage.parent().isEmpty() && !stage.isScratch() && stage.image().isEmpty()) {
      stage
          .base()
          .certain()
          .filter(name -> !name.isEmpty())
          .ifPresent(name -> rejectImage(stage.from().image(), name));
    }
    for (Instruction instruction : stage.instructions()) {
      if (instruction instanceof Copy copy) {
        copy.from()
            .filter(from -> from.text().indexOf('$') < 0 && !Stages.isNumber(from.text()))
            .ifPresent(this::checkSourceImage);
      } else if (instruction instanceof Run run) {
        run.mounts().stream()
            .flatMap(mount -> mount.from().stream())
            .forEach(this::checkSourceImage);
      }
    }
  }

  private void checkSourceImage(Word from) {
    String name = from.text();
    boolean isImage = !name.isEmpty() && name.indexOf('$') < 0 && stages.named(name).isEmpty();
    if (isImage && ImageReference.parse(name).isEmpty()) {
      rejectImage(from, name);
    }
  }

  private void rejectImage(Word place, String name) {
    boolean isLower = ImageReference.parse(name.toLowerCase(Locale.ROOT)).isPresent();
    String remedy = isLower ? "write it in lower case" : "correct it";
    objections.to(place, "%s is neither a stage nor an image name; %s", name, remedy);
  }

  private void checkInstructions(Stage stage) {
    List<Instruction> triggers = Stages.triggers(stage);
    if (!triggers.isEmpty()) {
      Objections atFrom = objections.at(stage.from().image());
      State state = stages.initialState(stage);
      for (Instruction trigger : triggers) {
        new InstructionChecks(atFrom).check(trigger);
        new ValueChecks(stages, stage, atFrom).check(trigger, state);
        state = state.after(trigger);
      }
    }
    ValueChecks checks = new ValueChecks(stages, stage, objections);
    List<Instruction> instructions = stage.instructions();
    for (int i = 0; i < instructions.size(); i++) {
      checks.check(instructions.get(i), stages.state(stage, i));
    }
  }
}
