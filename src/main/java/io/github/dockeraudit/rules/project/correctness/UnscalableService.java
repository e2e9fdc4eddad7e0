package io.github.dockeraudit.rules.project.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.command.ComposeCall;
import io.github.dockeraudit.facts.command.ComposeCall.Scale;
import io.github.dockeraudit.facts.service.Dropped;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnscalableService implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA3012", "unscalable-service")
        .summary("A command starts several containers of a service that can have only one")
        .why(
            """
            Two containers cannot have the name that `container_name` gives, nor listen on the same port of the host:
            `docker compose up --scale web=3` ends with an error, or with one container. Without `container_name`
            compose makes a name for each; a range of ports, such as `8080-8082:80`, has one for each.
            """)
        .bad(
            """
            ==> Makefile <==
            up:
            \tdocker compose up -d --scale worker=3
            ==> compose.yaml <==
            services:
              worker:
                image: example.com/worker:1.4
                container_name: worker
            """)
        .good(
            """
            ==> Makefile <==
            up:
            \tdocker compose up -d --scale worker=3
            ==> compose.yaml <==
            services:
              worker:
                image: example.com/worker:1.4
            """)
        .fixedSometimes()
        .references(
            "https://docs.docker.com/reference/compose-file/services/#container_name",
            "https://docs.docker.com/reference/cli/docker/compose/up/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return ComposeCall.in(project)
        .filter(call -> call.files().stream().allMatch(project::isComposeFile))
        .flatMap(call -> call.scales().stream())
        .filter(scale -> scale.containers() > 1)
        .flatMap(scale -> check(scale, project));
  }

  private Stream<Finding> check(Scale scale, Project project) {
    return project.deployments().stream()
        .flatMap(
            deployment ->
                deployment.service(scale.service()).stream()
                    .flatMap(service -> check(scale, deployment, service)));
  }

  private Stream<Finding> check(Scale scale, Deployment deployment, Service service) {
    Stream<Finding> ofName =
        service.containerName().stream()
            .map(
                name ->
                    finding(
                            name,
                            "Only one container can have this name, and %s starts %s; remove it",
                            place(scale),
                            scale.containers())
                        .mendedBy(
                            () -> Dropped.entry("Let compose make the names", deployment, name)));
    Stream<Finding> ofPorts =
        service.ports().stream()
            .filter(port -> isTooFew(port, scale.containers()))
            .map(
                port ->
                    finding(
                            port,
                            "Only one container can have this port, and %s starts %s; give a range",
                            place(scale),
                            scale.containers())
                        .notFixedBecause("only a person knows which ports of the host are free"));
    return Stream.concat(ofName, ofPorts);
  }

  private static String place(Scale scale) {
    var range = scale.word().range();
    return "%s:%s".formatted(range.source().path(), range.from().line());
  }

  /** Whether the host has no port of its own for each container. */
  private static boolean isTooFew(Port port, int containers) {
    return port.published()
        .filter(published -> published.size() < containers * port.target().size())
        .isPresent();
  }
}
