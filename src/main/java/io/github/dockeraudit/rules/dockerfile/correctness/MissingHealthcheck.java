package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Healthcheck;
import io.github.dockeraudit.dockerfile.Port;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.HealthChecks;
import io.github.dockeraudit.facts.HealthOrigin.Kind;
import io.github.dockeraudit.facts.PortProbe;
import io.github.dockeraudit.facts.StagePurpose;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record MissingHealthcheck(boolean strict) implements ProjectRule {

  /** Only services that are shipped and listen need a check. */
  public MissingHealthcheck() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1006", "missing-healthcheck")
        .summary("Nothing checks whether a service still works")
        .why(
            """
            A process that runs is not a service that answers. With a health check Docker knows the difference: compose
            can wait for a service before it starts the next one, Swarm replaces a container that hangs, and `docker ps`
            shows it. Kubernetes has probes of its own and ignores this one.

            A check of a stage or image that the stage builds on counts, and so does one in every compose service that
            is built from it. `HEALTHCHECK NONE` says that there is none on purpose. Silent for images that listen on no
            port, and for base images of which nobody knows whether they have a check.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            EXPOSE 8080
            ENTRYPOINT ["java", "-jar", "/app/app.jar"]
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY app.jar /app/
            EXPOSE 8080
            HEALTHCHECK --timeout=5s --start-period=30s CMD ["bash", "-c", "</dev/tcp/127.0.0.1/8080"]
            ENTRYPOINT ["java", "-jar", "/app/app.jar"]
            """)
        .fixedSometimes()
        .flag(
            "strict",
            "Whether to judge as hadolint: every stage counts that none with a check builds on")
        .aliases(
            "hadolint:DL3057",
            "tally:hadolint/DL3057",
            "trivy:DS-0026",
            "checkov:CKV_DOCKER_2",
            "kics:healthcheck-instruction-missing",
            "openrewrite:FindMissingHealthcheck")
        .references("https://docs.docker.com/reference/dockerfile/#healthcheck");
  }

  @Override
  public Rule with(Options options) {
    return new MissingHealthcheck(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Project project) {
    if (strict) {
      return project.dockerfiles().stream().flatMap(this::checkAllStages);
    }
    return project.dockerfiles().stream()
        .flatMap(
            file ->
                project.shippedStages(file).stream()
                    .filter(stage -> isUnchecked(stage, project.builds(file)))
                    .map(stage -> judge(stage, file, project)));
  }

  private Stream<Finding> checkAllStages(Dockerfile file) {
    Set<Stage> checked =
        file.stages().stream()
            .filter(stage -> stage.ancestors().stream().anyMatch(MissingHealthcheck::hasCheck))
            .flatMap(stage -> stage.ancestors().stream())
            .collect(Collectors.toSet());
    return file.stages().stream()
        .filter(stage -> !checked.contains(stage))
        .map(
            stage ->
                finding(stage.from().image(), "Nothing checks this image; add a HEALTHCHECK")
                    .notFixedBecause("it may be no service"));
  }

  private static boolean hasCheck(Stage stage) {
    return stage.all(Healthcheck.class).findFirst().isPresent();
  }

  private Finding judge(Stage stage, Dockerfile file, Project project) {
    return finding(
            stage.from().image(),
            "Nothing checks the service on port %s; add a HEALTHCHECK",
            port(StagePurpose.ports(stage)))
        .mendedBy(() -> PortProbe.of(stage).remedy(file, project));
  }

  /** The first that is no port to log in, if there is one. */
  private static String port(List<String> ports) {
    return ports.stream()
        .filter(port -> Port.parse(port).filter(Port::isForAdministration).isEmpty())
        .findFirst()
        .orElse(ports.get(0));
  }

  private static boolean isUnchecked(Stage stage, List<ServiceBuild> builds) {
    return StagePurpose.isService(stage)
        && HealthChecks.ofStage(stage).kind() == Kind.NONE
        && !isCheckedByCompose(stage, builds);
  }

  private static boolean isCheckedByCompose(Stage stage, List<ServiceBuild> builds) {
    List<ServiceBuild> ofStage = builds.stream().filter(build -> build.isOf(stage)).toList();
    return !ofStage.isEmpty()
        && ofStage.stream().allMatch(build -> build.service().healthcheck().isPresent());
  }
}
