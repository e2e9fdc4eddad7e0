package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shipped stages whose containers run as root. */
public final class RootStages {

  private RootStages() {}

  /** Those in which a USER says so, in file order. */
  public static List<Stage> byUser(Dockerfile file, Project project) {
    return project.shippedStages(file).stream()
        .filter(stage -> EffectiveUser.of(stage).instruction().isPresent())
        .filter(stage -> EffectiveUser.of(stage).isRoot() == Answer.YES)
        .filter(stage -> !EntryScripts.stepDown(stage, project))
        .toList();
  }

  /**
   * Where a USER is missing: of all shipped stages without one that build on the same stage, the
   * last that they have in common, or the stage itself if it is alone. In file order.
   *
   * <p>An image that no table knows is taken to run as root, as most do; one that a variable names
   * is not.
   */
  public static List<Stage> withoutUser(Dockerfile file, Project project) {
    Map<Integer, List<Stage>> byBase =
        project.shippedStages(file).stream()
            .filter(stage -> isRootForWantOfUser(stage, project))
            .collect(
                Collectors.groupingBy(
                    stage -> base(stage).index(), TreeMap::new, Collectors.toList()));
    return byBase.values().stream().map(RootStages::lastInCommon).toList();
  }

  private static boolean isRootForWantOfUser(Stage stage, Project project) {
    EffectiveUser user = EffectiveUser.of(stage);
    boolean root =
        switch (user.origin()) {
          case INSTRUCTION -> false;
          case BASE_IMAGE -> user.isRoot() == Answer.YES;
          case UNKNOWN -> isNamed(base(stage)) && !user.stepsDown();
        };
    return root && !StagePurpose.isOnlyFiles(stage) && !EntryScripts.stepDown(stage, project);
  }

  /** A variable can name any image, whatever its default; one in the tag does not matter. */
  private static boolean isNamed(Stage stage) {
    return stage.image().isPresent() && !stage.from().image().text().startsWith("$");
  }

  private static Stage lastInCommon(List<Stage> stages) {
    List<Stage> common = new ArrayList<>(stages.get(0).ancestors());
    stages.forEach(stage -> common.retainAll(stage.ancestors()));
    return common.get(0);
  }

  private static Stage base(Stage stage) {
    List<Stage> ancestors = stage.ancestors();
    return ancestors.get(ancestors.size() - 1);
  }
}
