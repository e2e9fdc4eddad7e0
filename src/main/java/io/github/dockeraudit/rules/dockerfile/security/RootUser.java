package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.RootStages;
import io.github.dockeraudit.facts.user.NonRootPlan;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record RootUser(boolean strict) implements ProjectRule {

  /** What is not shipped may be of root. */
  public RootUser() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1102", "root-user")
        .summary("The last USER of an image is root")
        .why(
            """
            Whoever breaks into the program is root in the container then: free to change every file in it, to install
            what they like, and one hole in the kernel away from the host. A `USER root` for a `RUN` in between is fine,
            as long as another one follows.

            Silent for stages that are not shipped, and where the entry point is known to step down to another user. The
            fix turns back to the user from before, of the file or of the base image, unless the program needs root.
            """)
        .bad(
            """
            FROM jenkins/jenkins:2.516-lts
            USER root
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends ansible \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM jenkins/jenkins:2.516-lts
            USER root
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends ansible \\
             && rm -rf /var/lib/apt/lists/*
            USER jenkins
            """)
        .fixedSometimes()
        .flag(
            "strict",
            "Whether to judge as hadolint: all stages, by their own USER and without a look at programs")
        .aliases(
            "hadolint:DL3002",
            "tally:hadolint/DL3002",
            "trivy:DS-0002",
            "checkov:CKV_DOCKER_8",
            "kics:last-user-is-root",
            "sonar:S6471",
            "parfum:DL3002",
            "semgrep:last-user-is-root",
            "openrewrite:FindRootUser")
        .references("https://docs.docker.com/build/building/best-practices/#user");
  }

  @Override
  public Rule with(Options options) {
    return new RootUser(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream().flatMap(file -> check(file, project));
  }

  private Stream<Finding> check(Dockerfile file, Project project) {
    List<Stage> roots = strict ? RootStages.byOwnUser(file) : RootStages.byUser(file, project);
    return roots.stream()
        .map(stage -> judge(stage, () -> turnBack(file, firstOf(stage, roots), project)));
  }

  /** The first stage with the same USER in effect at its end: those that build on it follow. */
  private static Stage firstOf(Stage stage, List<Stage> roots) {
    Optional<User> user = stage.finalState().userInstruction();
    return stage.ancestors().stream()
        .filter(roots::contains)
        .filter(ancestor -> ancestor.finalState().userInstruction().equals(user))
        .reduce((later, earlier) -> earlier)
        .orElse(stage);
  }

  private static Remedy turnBack(Dockerfile file, Stage image, Project project) {
    return NonRootPlan.turningBack(file, image, project).remedy();
  }

  private Finding judge(Stage stage, Supplier<Remedy> turnBack) {
    State state = stage.finalState();
    return finding(
            state.userInstruction().orElseThrow().user(),
            "The last USER is '%s'; end with one that is not root",
            state.user().text().orElse(""))
        .mendedBy(turnBack);
  }
}
