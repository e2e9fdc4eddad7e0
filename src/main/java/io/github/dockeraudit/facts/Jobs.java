package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.CommandLine;
import io.github.dockeraudit.compose.Dependency;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.shell.Compound;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.NameWords;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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

  /** Programs that do their work and end, unless they are called again and again. */
  private static final String[] ENDING = {
    "chgrp",
    "chmod",
    "chown",
    "cp",
    "createdb",
    "echo",
    "exit",
    "gzip",
    "ln",
    "mkdir",
    "mongodump",
    "mongorestore",
    "mv",
    "mysqldump",
    "pg_dump",
    "pg_dumpall",
    "pg_restore",
    "printf",
    "rm",
    "rmdir",
    "tar",
    "touch",
    "unzip",
    "zip"
  };

  private static final Set<Compound.Kind> LOOPS =
      EnumSet.of(Compound.Kind.WHILE, Compound.Kind.UNTIL, Compound.Kind.FOR);

  /** The services for whose end another one waits. */
  private static final Fact<Deployment, Set<String>> AWAITED = Fact.of(Jobs::awaited);

  private Jobs() {}

  /**
   * Whether a service is known to end by itself: another one waits for its end, its restart policy
   * or its mode of deployment says so, or its name, its image or the last of its commands speaks of
   * work that has an end, like a migration or a copy. One that publishes ports serves, and is no
   * job.
   */
  public static boolean isJob(Deployment deployment, Service service) {
    return service.ports().isEmpty()
        && (isAwaited(deployment, service)
            || isNeverRestarted(service)
            || isSwitchedOff(service)
            || namesTool(service)
            || namesWork(service)
            || comesToAnEnd(service));
  }

  /** Whether it does nothing but keep its container up, for people to work in. */
  public static boolean isIdle(Service service) {
    List<SimpleCommand> started = started(service);
    return started.stream().allMatch(command -> command.is(":", "true", "wait") || waits(command))
        && started.stream().anyMatch(Jobs::waits);
  }

  private static boolean waits(SimpleCommand command) {
    return command.is("sleep")
        || command.is("tail") && command.operands().stream().anyMatch(word -> word.is("/dev/null"));
  }

  private static boolean comesToAnEnd(Service service) {
    List<SimpleCommand> started = started(service);
    return !started.isEmpty()
        && started.get(started.size() - 1).is(ENDING)
        && !isRepeated(started.get(started.size() - 1))
        && started.stream().noneMatch(Node::inBackground);
  }

  private static boolean isRepeated(Node command) {
    for (Optional<Node> above = command.parent(); above.isPresent(); above = above.get().parent()) {
      if (above.get() instanceof Compound compound && LOOPS.contains(compound.kind())) {
        return true;
      }
    }
    return false;
  }

  /** What runs in the end, without the shells that run it. */
  private static List<SimpleCommand> started(Service service) {
    return ContainerCommands.ofStart(service, Optional.empty())
        .filter(command -> command.script().isEmpty())
        .map(SimpleCommand::unwrapped)
        .toList();
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
