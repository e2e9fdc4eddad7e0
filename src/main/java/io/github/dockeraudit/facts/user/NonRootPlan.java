package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.RootStages;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How images that lack a USER get one: who it is, and the edits that make it so, or the reason why
 * there are none.
 */
public final class NonRootPlan {

  private final String title;
  private final List<TextEdit> edits;
  private final List<String> risks;
  private final String obstacle;

  private NonRootPlan(String title, List<TextEdit> edits, List<String> risks, String obstacle) {
    this.title = title;
    this.edits = edits;
    this.risks = risks;
    this.obstacle = obstacle;
  }

  /** The plan for images that lack a USER for the same reason. */
  public static NonRootPlan of(Dockerfile file, RootStages.Group group, Project project) {
    return new Planner(file, group, project, Optional.empty()).plan();
  }

  /** The plan for an image in which a USER turns to root and nothing turns back. */
  public static NonRootPlan turningBack(Dockerfile file, Stage image, Project project) {
    RootStages.Group alone = new RootStages.Group(image, List.of(image));
    User root = image.finalState().userInstruction().orElseThrow();
    return new Planner(file, alone, project, Optional.of(root)).turningBack(root);
  }

  private static NonRootPlan none(String obstacle) {
    return new NonRootPlan("", List.of(), List.of(), obstacle);
  }

  /** Why the images must stay as they are, as a clause; empty if there are edits. */
  public Optional<String> obstacle() {
    return obstacle.isEmpty() ? Optional.empty() : Optional.of(obstacle);
  }

  /** The edits, or the reason why there are none. */
  public Remedy remedy() {
    return obstacle().map(Remedy::none).orElseGet(() -> new Remedy(title(), isRisky(), edits));
  }

  /** What the edits do and what may go wrong, in the imperative. */
  public String title() {
    return risks.isEmpty() ? title : title + " (" + String.join("; ", risks) + ")";
  }

  /** Whether something is not known that may keep the program from running. */
  public boolean isRisky() {
    return !risks.isEmpty();
  }

  /** The edits; empty if there is an obstacle. */
  public List<TextEdit> edits() {
    return edits;
  }

  /** Puts a plan together. */
  private static final class Planner {

    private final Dockerfile file;
    private final Stage common;
    private final List<Stage> images;
    private final Project project;
    private final Layers layers;
    private final Deployed deployed;
    private final ServiceKind kind;
    private final Property property;

    /**
     * @param root the USER that turns to root; empty if there is none
     */
    Planner(Dockerfile file, RootStages.Group group, Project project, Optional<User> root) {
      this.file = file;
      this.common = group.stage();
      this.images = group.images();
      this.project = project;
      this.layers = Layers.of(images);
      this.deployed = Deployed.of(images, project);
      this.kind = root.isPresent() ? ServiceKind.NONE : ServiceKind.of(layers.base());
      Layers own = root.map(layers::after).orElse(layers);
      this.property = new Property(own, images, deployed, kind);
    }

    NonRootPlan plan() {
      List<StartUp> startUps = images.stream().map(image -> StartUp.of(image, project)).toList();
      Optional<String> need =
          deployed
              .obstacle()
              .or(() -> new RootNeeds(layers, property, kind).first(images, startUps))
              .or(this::obstacleBelow);
      if (need.isPresent()) {
        return none(need.get());
      }
      Account.Choice choice = Account.choose(layers);
      return choice
          .account()
          .map(account -> with(account, risks(account, startUps)))
          .orElseGet(() -> none(choice.obstacle()));
    }

    NonRootPlan turningBack(User root) {
      if (!Insertions.isFollowedByWork(root, common)) {
        return none("nothing after it but the program can need root");
      }
      List<StartUp> startUps = List.of(StartUp.of(common, project));
      Optional<String> need =
          deployed
              .obstacle()
              .or(() -> new RootNeeds(layers, property, kind).ofProgram(images, startUps))
              .or(this::obstacleBelow);
      return need.map(NonRootPlan::none)
          .orElseGet(
              () ->
                  Account.before(root, layers)
                      .map(account -> with(account, risksOfTurning(account, startUps)))
                      .orElseGet(() -> none("the file does not say as whom else it can run")));
    }

    /** Where no command can be run, no folder can be made that the program may write to. */
    private List<String> risks(Account account, List<StartUp> startUps) {
      List<String> risks = new ArrayList<>(risks(startUps));
      if (!account.canRun() && images.stream().anyMatch(Planner::runsInRootFolder)) {
        risks.add("what it writes to its working directory / is refused");
      }
      return risks;
    }

    private static boolean runsInRootFolder(Stage image) {
      return image.finalState().workdir().text().filter("/"::equals).isPresent();
    }

    private List<String> risks(List<StartUp> startUps) {
      Set<String> risks = new LinkedHashSet<>();
      startUps.stream()
          .flatMap(startUp -> startUp.unknownScripts().stream())
          .map(script -> "what %s does is not known".formatted(script))
          .forEachOrdered(risks::add);
      new RootNeeds(layers, property, kind).doubts(startUps).forEachOrdered(risks::add);
      deployed.risks().forEachOrdered(risks::add);
      property.doubts().forEachOrdered(risks::add);
      lowPort().map("in a cluster, port %s may need root"::formatted).ifPresent(risks::add);
      if (layers.base().isEmpty() && !common.isScratch()) {
        risks.add("what %s needs is not known".formatted(layers.baseName()));
      }
      return List.copyOf(risks);
    }

    /** A user that the file set before may have been meant for a few commands alone. */
    private List<String> risksOfTurning(Account account, List<StartUp> startUps) {
      List<String> risks = new ArrayList<>(risks(startUps));
      if (layers.base().flatMap(BaseImage::defaultUser).filter(account.user()::equals).isEmpty()) {
        risks.add("root may be meant");
      }
      return risks;
    }

    /** Docker opens low ports to everybody since 20.10; others need not. */
    private Optional<Integer> lowPort() {
      return Deployed.lowPort(images)
          .or(
              () ->
                  kind == ServiceKind.NGINX && exposesNothing()
                      ? Optional.of(80)
                      : Optional.empty());
    }

    private boolean exposesNothing() {
      return images.stream().anyMatch(image -> image.finalState().exposedPorts().isEmpty());
    }

    /** A stage that runs commands and builds on one that gets a USER, itself or by another. */
    private Optional<String> obstacleBelow() {
      return ends().stream()
          .flatMap(end -> runningBelow(end).stream())
          .findFirst()
          .map(
              stage ->
                  "the stage %s builds on it and runs commands as root"
                      .formatted(stage.name().orElse("" + stage.index())));
    }

    /** Where USER goes: once, unless a stage in between runs commands. */
    private List<Stage> ends() {
      if (runningBelow(common).isEmpty()) {
        return List.of(common);
      }
      return images.stream()
          .filter(image -> image.ancestors().stream().skip(1).noneMatch(images::contains))
          .toList();
    }

    private Optional<Stage> runningBelow(Stage stage) {
      return file.stages().stream()
          .filter(other -> other != stage && other.ancestors().contains(stage))
          .filter(
              other ->
                  other.all(Run.class).findAny().isPresent()
                      || other.all(Onbuild.class).findAny().isPresent())
          .findFirst();
    }

    private NonRootPlan with(Account account, List<String> risks) {
      Insertions insertions = new Insertions();
      boolean inOneGo = property.isMadeByCommands();
      List<TextEdit> edits = new ArrayList<>();
      boolean allCopies = inOneGo || giveCopies(account, edits);
      if (account.canRun()) {
        prepare(account, inOneGo || !allCopies, insertions);
      }
      for (Stage end : ends()) {
        insertions.add(placeOfUser(account, end), "USER", account.user());
      }
      edits.addAll(insertions.edits());
      return new NonRootPlan(title(account), List.copyOf(edits), risks, "");
    }

    private static String title(Account account) {
      return account.isNew()
          ? "Add a user with the number %s and run as it".formatted(account.user())
          : "Run as %s".formatted(account.user());
    }

    /** False if some files cannot be given by a flag. */
    private boolean giveCopies(Account account, List<TextEdit> edits) {
      boolean all = true;
      for (Instruction copy : property.copies()) {
        Optional<String> owner = account.ownerAt(copy.range().start(), copy.hasFlag("link"));
        owner.ifPresent(name -> edits.add(copy.keyword().range().insertAfter(" --chown=" + name)));
        all &= owner.isPresent();
      }
      return all;
    }

    /** Adds the user and gives it its folders, by one RUN. */
    private void prepare(Account account, boolean recursive, Insertions insertions) {
      boolean isLate = recursive || property.isLate() || !account.isKnownAtStart();
      Instruction before =
          Optional.of(common)
              .filter(stage -> !isLate)
              .flatMap(Insertions::beforeFiles)
              .orElseGet(() -> Insertions.lastThatBuilds(common));
      List<String> commands = new ArrayList<>(account.creation());
      commands.addAll(giveFolders(account, before.range().end(), recursive));
      if (!commands.isEmpty()) {
        insertions.add(before, "RUN", joined(commands));
      }
    }

    private List<String> giveFolders(Account account, int offset, boolean recursive) {
      List<String> folders = property.folders();
      List<String> missing =
          folders.stream().filter(folder -> property.isMissing(folder, offset)).toList();
      List<String> commands = new ArrayList<>();
      if (kind == ServiceKind.NGINX) {
        commands.add("touch /var/run/nginx.pid");
      }
      if (!missing.isEmpty()) {
        commands.add("mkdir -p " + String.join(" ", missing));
      }
      if (!folders.isEmpty()) {
        String how = recursive ? "chown -R " : "chown ";
        commands.add(how + account.owner() + " " + String.join(" ", folders));
      }
      return commands;
    }

    private String joined(List<String> commands) {
      String lineEnding = file.source().lineEnding();
      char escape = file.directives().escapeCharacter();
      return String.join(" " + escape + lineEnding + " && ", commands);
    }

    /** Where no command can give it away, BuildKit makes a working directory for its user. */
    private Instruction placeOfUser(Account account, Stage end) {
      return Optional.of(end)
          .filter(stage -> !account.canRun())
          .flatMap(Insertions::beforeWorkdir)
          .orElseGet(() -> Insertions.lastThatBuilds(end));
    }
  }
}
