package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.SecretValue;
import io.github.dockeraudit.facts.Secrets;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record SecretInVariable(boolean asBuildKit, boolean strict) implements DockerfileRule {

  /** What cannot be a secret is none. */
  public SecretInVariable() {
    this(false, false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1104", "secret-in-variable")
        .summary("A secret is set by ENV or handed in by ARG")
        .why(
            """
            `ENV` becomes part of the image, and build arguments stay in its history: whoever can pull the image reads
            them with `docker inspect` or `docker history`. A secret that the build needs belongs into a secret mount,
            one that the container needs is given to it when it starts.

            Silent for a value that is no secret: a path, a switch, another variable, a public key. The finding and the
            report never show the value.
            """)
        .bad(
            """
            FROM node:24-alpine
            ARG NPM_TOKEN
            RUN npm config set //registry.example.com/:_authToken="$NPM_TOKEN" && npm ci
            """)
        .good(
            """
            FROM node:24-alpine
            RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
            """)
        .flag("asBuildKit", "Whether names are judged alone, whatever the value, as BuildKit does")
        .flag("strict", "Whether names are judged alone, whatever the value, as hadolint does")
        .aliases(
            "hadolint:DL3064",
            "buildkit:SecretsUsedInArgOrEnv",
            "tally:buildkit/SecretsUsedInArgOrEnv",
            "trivy:DS-0031",
            "sonar:S6472",
            "semgrep:secret-in-build-arg")
        .references(
            "https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/",
            "https://docs.docker.com/build/building/secrets/");
  }

  @Override
  public Rule with(Options options) {
    return new SecretInVariable(
        options.flag("asBuildKit", asBuildKit), options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return Stream.concat(
        file.all(Env.class)
            .map(Env::assignments)
            .flatMap(List::stream)
            .filter(this::setsSecret)
            .map(
                env ->
                    finding(
                            env.name(),
                            "'%s' stays in the image for all to read; set it when the container starts",
                            env.name())
                        .notFixedBecause("who starts the container has to set it")),
        file.all(Arg.class)
            .map(Arg::assignments)
            .flatMap(List::stream)
            .filter(this::takesSecret)
            .filter(arg -> isByName() || !namesMount(arg, file))
            .map(
                arg ->
                    finding(
                            arg.name(),
                            "'%s' stays in the history of the image; use RUN --mount=type=secret",
                            arg.name())
                        .notFixedBecause("who starts the build has to hand it over")));
  }

  private boolean setsSecret(Assignment env) {
    return isByName() ? isSuspect(env) : isSecret(env) && isWritten(env);
  }

  /** An argument without a default, or with an empty one, is there to be given. */
  private boolean takesSecret(Assignment arg) {
    return isByName() ? isSuspect(arg) : isSecret(arg) && (isToBeGiven(arg) || isWritten(arg));
  }

  /** What a mount is called is no secret. */
  private static boolean namesMount(Assignment arg, Dockerfile file) {
    String name = arg.name().text();
    return file.all(Run.class)
        .flatMap(run -> run.mounts().stream())
        .map(mount -> mount.range().text())
        .anyMatch(mount -> mount.contains("$" + name) || mount.contains("${" + name));
  }

  private boolean isByName() {
    return asBuildKit || strict;
  }

  private boolean isSuspect(Assignment assignment) {
    String name = assignment.name().text();
    return strict ? Secrets.isSuspectToHadolint(name) : Secrets.isSuspectToBuildKit(name);
  }

  private static boolean isSecret(Assignment assignment) {
    return assignment.name().literal().filter(Secrets::isSecret).isPresent();
  }

  private static boolean isWritten(Assignment assignment) {
    return assignment.value().map(SecretValue::of).filter(SecretValue::isWritten).isPresent();
  }

  private static boolean isToBeGiven(Assignment arg) {
    return arg.value()
        .map(value -> value.literal().filter(String::isEmpty).isPresent())
        .orElse(true);
  }
}
