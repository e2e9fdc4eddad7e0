package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.Dependency;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.NameWords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells services that do one piece of work and end from those that run on. */
public final class Jobs {

  /** Words that name a piece of work with an end. */
  private static final Set<String> WORK =
      Set.of(
          "bootstrap",
          "collectstatic",
          "createbuckets",
          "createsuperuser",
          "flyway",
          "init",
          "initdb",
          "initializer",
          "liquibase",
          "migrate",
          "migration",
          "migrations",
          "migrator",
          "replay",
          "seed",
          "seeder",
          "setup");

  /** What a service is called that a person calls for one piece of work. */
  private static final Set<String> TOOLS = Set.of("cli");

  /** The services for whose end another one waits. */
  private static final Fact<Deployment, Set<String>> AWAITED = Fact.of(Jobs::awaited);

  private Jobs() {}

  /**
   * Whether a service is known to end by itself: another one waits for its end, its restart policy
   * or its mode of deployment says so, or its name, its image or the last of its commands speaks of
   * work that has an end, like a migration. One that publishes ports serves, and is no job.
   */
  public static boolean isJob(Deployment deployment, Service service) {
    return service.ports().isEmpty()
        && (isAwaited(deployment, service)
            || isNeverRestarted(service)
            || isSwitchedOff(service)
            || namesTool(service)
            || namesWork(service));
  }

  private static boolean isAwaited(Deployment deployment, Service service) {
    return AWAITED.about(deployment).contains(service.name());
  }

  private static Set<String> awaited(Deployment deployment) {
    return deployment.services().stream()
        .flatMap(service -> service.dependsOn().stream())
        .filter(Jobs::waitsForEnd)
        .map(Dependency::service)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean waitsForEnd(Dependency dependency) {
    return dependency
        .condition()
        .filter(condition -> condition.is("service_completed_successfully"))
        .isPresent();
  }

  private static boolean isNeverRestarted(Service service) {
    return service.restart().filter(restart -> restart.is("no")).isPresent()
        || service
            .deploy()
            .flatMap(deploy -> deploy.scalar("mode"))
            .filter(mode -> mode.text().endsWith("-job"))
            .isPresent();
  }

  /** An override makes a service do nothing by giving it this to run. */
  private static boolean isSwitchedOff(Service service) {
    return Stream.of(service.entrypoint(), service.command())
        .flatMap(command -> command.stream())
        .map(command -> lastOfChain(command).strip())
        .anyMatch(text -> text.equals("true") || text.equals("/bin/true"));
  }

  /** By its own name alone: a program of that name may well serve. */
  private static boolean namesTool(Service service) {
    return NameWords.of(service.name()).stream().anyMatch(TOOLS::contains);
  }

  private static boolean namesWork(Service service) {
    return Stream.concat(
            Stream.of(service.name(), service.image().map(Scalar::text).orElse("")),
            Stream.of(service.entrypoint(), service.command())
                .flatMap(command -> command.stream())
                .map(Jobs::lastOfChain))
        .flatMap(text -> NameWords.of(text).stream())
        .anyMatch(WORK::contains);
  }

  /** A service may migrate first and then serve: what comes last decides. */
  private static String lastOfChain(CommandLine command) {
    List<String> words =
        Stream.concat(command.string().stream(), command.words().stream())
            .map(Scalar::text)
            .toList();
    String text = String.join(" ", words).stripTrailing();
    int chained = Math.max(text.lastIndexOf("&&"), text.lastIndexOf(';', text.length() - 2));
    return text.substring(chained + 1);
  }
}
