package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.project.Project;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shipped stages whose containers run as root. */
public final class RootStages {

  /**
   * Shipped stages that lack a USER for the same reason.
   *
   * @param stage the last stage that they have in common, or the one itself
   * @param images the shipped stages, in file order
   */
  public record Group(Stage stage, List<Stage> images) {}

  private RootStages() {}

  /** Those in which a USER says so, in file order. */
  public static List<Stage> byUser(Dockerfile file, Project project) {
    return project.shippedStages(file).stream()
        .filter(stage -> isRootByUser(EffectiveUser.of(stage)))
        .filter(stage -> !EntryScripts.stepDown(stage, project))
        .toList();
  }

  /** The stages whose own last USER is root by name or number, shipped or not, in file order. */
  public static List<Stage> byOwnUser(Dockerfile file) {
    return file.stages().stream().filter(RootStages::endsAsRoot).toList();
  }

  private static boolean endsAsRoot(Stage stage) {
    return stage
        .all(User.class)
        .reduce((earlier, later) -> later)
        .flatMap(user -> user.user().literal())
        .map(user -> user.split(":", 2)[0])
        .filter(user -> user.equals("root") || user.equals("0"))
        .isPresent();
  }

  private static boolean isRootByUser(EffectiveUser user) {
    return user.instruction().isPresent() && user.isRoot() == Answer.YES;
  }

  /**
   * Where a USER is missing: of all shipped stages without one that build on the same stage, the
   * last that they have in common, or the stage itself if it is alone. In file order.
   *
   * <p>An image that no table knows is taken to run as root, as most do; one that a variable names
   * is not, and none of Windows, whose images begin as one user or the other.
   */
  public static List<Group> withoutUser(Dockerfile file, Project project) {
    Map<Integer, List<Stage>> byBase =
        project.shippedStages(file).stream()
            .filter(stage -> isRootForWantOfUser(stage, project))
            .collect(
                Collectors.groupingBy(
                    stage -> stage.root().index(), TreeMap::new, Collectors.toList()));
    return byBase.values().stream().map(stages -> new Group(lastInCommon(stages), stages)).toList();
  }

  private static boolean isRootForWantOfUser(Stage stage, Project project) {
    EffectiveUser user = EffectiveUser.of(stage);
    boolean root =
        switch (user.origin()) {
          case INSTRUCTION -> false;
          case BASE_IMAGE -> user.isRoot() == Answer.YES;
          case UNKNOWN ->
              isNamed(stage.root()) && !user.stepsDown() && !stage.finalState().isWindows();
        };
    return root && !StagePurpose.isOnlyFiles(stage) && !EntryScripts.stepDown(stage, project);
  }

  /** A variable can name any image, whatever its default; one in the tag does not matter. */
  private static boolean isNamed(Stage stage) {
    return stage.image().isPresent() && !stage.from().image().text().startsWith("$");
  }

  private static Stage lastInCommon(List<Stage> stages) {
    return stages.stream().reduce(RootStages::lastInCommon).orElseThrow();
  }

  /** A stage builds on earlier ones alone, so that of two different ones the later has a parent. */
  private static Stage lastInCommon(Stage one, Stage other) {
    while (one != other) {
      if (one.index() > other.index()) {
        one = one.parent().orElseThrow();
      } else {
        other = other.parent().orElseThrow();
      }
    }
    return one;
  }
}
