package io.github.dockeraudit.rules.dockerfile.security;

import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.facts.EffectiveUser;
import io.github.dockeraudit.facts.RootStages;
import io.github.dockeraudit.facts.user.NonRootPlan;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class MissingUser implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1103", "missing-user")
        .summary("Containers run as root because nothing sets a USER")
        .why(
            """
            Without a `USER` most images run as root. Whoever breaks into the program is root in the container then:
            free to change every file in it, to install what they like, and one hole in the kernel away from the host.

            A `USER` of a stage or base image that the stage builds on counts. One finding for all shipped stages that
            have the same stage below them, at that stage. Silent where the base image has another user, where its entry
            point or that of the stage steps down to one, and for images that nobody knows because a variable names
            them. Of an image that is named but not known it is a warning: most run as root, some do not.

            The fix takes the user that the image is made for (`node`, `nginx`, `app` of .NET), or adds one with a
            number of its own, gives it the working directory, the volumes and the files that are copied there, and
            leaves everything else to root. It does nothing, and says why, where a start script, the program or compose
            needs root.
            """)
        .bad(
            """
            FROM node:24-alpine
            WORKDIR /app
            COPY . .
            CMD ["node", "server.js"]
            """)
        .good(
            """
            FROM node:24-alpine
            WORKDIR /app
            RUN chown node:node /app
            COPY --chown=node:node . .
            USER node
            CMD ["node", "server.js"]
            """)
        .fixedSometimes()
        .aliases(
            "trivy:DS-0002",
            "checkov:CKV_DOCKER_3",
            "kics:missing-user-instruction",
            "sonar:S6471",
            "tally:stateful-root-runtime",
            "tally:user-created-but-never-used",
            "semgrep:missing-user",
            "semgrep:missing-user-entrypoint",
            "openrewrite:AddUserInstruction")
        .references("https://docs.docker.com/build/building/best-practices/#user");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(
            file ->
                RootStages.withoutUser(file, project).stream()
                    .map(group -> judge(group, file, project)));
  }

  private Finding judge(RootStages.Group group, Dockerfile file, Project project) {
    Stage stage = group.stage();
    boolean isKnown = EffectiveUser.of(stage).origin() != EffectiveUser.Origin.UNKNOWN;
    Finding finding =
        isKnown
            ? finding(
                stage.from().image(),
                "Nothing sets a USER, so containers run as root; %s",
                remedy(stage))
            : finding(
                    stage.from().image(),
                    "No USER here; unless '%s' has one, containers run as root; add one",
                    stage.from().image())
                .withSeverity(WARNING);
    return finding.mendedBy(() -> NonRootPlan.of(file, group, project).remedy());
  }

  private static String remedy(Stage stage) {
    if (stage.isScratch()) {
      return "add USER with a number";
    }
    return stage
        .image()
        .flatMap(BaseImages::find)
        .flatMap(BaseImage::nonRootUser)
        .map(user -> "add USER " + user.name())
        .orElse("add a user and USER");
  }
}
