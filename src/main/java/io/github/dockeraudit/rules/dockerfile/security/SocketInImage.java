package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Cmd;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Entrypoint;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.dockerfile.Volume;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.Removal;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SocketInImage implements DockerfileRule {

  private static final String SOCKET = "/docker.sock";

  /** What starts containers. */
  private static final String[] STARTERS = {"docker", "podman", "nerdctl"};

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1161", "socket-in-image")
        .summary("The image is made to be given the socket of Docker")
        .why(
            """
            Whoever can write to the socket is root on the host: one more container with its file system mounted is all
            it takes. An image that asks for the socket, or hands it on to what it starts, makes that the usual way to
            run it. Ask for an address instead (`DOCKER_HOST`), behind which a proxy lets through what is needed.
            """)
        .bad(
            """
            FROM docker:28-cli
            VOLUME /var/run/docker.sock
            CMD ["docker", "ps"]
            """)
        .good(
            """
            FROM docker:28-cli
            CMD ["docker", "ps"]
            """)
        .fixedSometimes()
        .aliases("semgrep:dockerd-socket-mount")
        .references("https://docs.docker.com/engine/security/#docker-daemon-attack-surface");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return Stream.concat(
        file.all(Volume.class).flatMap(volume -> check(volume, file)),
        Stream.concat(file.commands(STARTERS).map(RunCommand::command), started(file))
            .flatMap(command -> mount(command).stream())
            .map(
                word ->
                    finding(word, "'%s' makes it root on the host; use a proxy", word)
                        .notFixedBecause("what it needs of Docker only you know")));
  }

  /** What containers of the images run. */
  private static Stream<SimpleCommand> started(Dockerfile file) {
    return Stream.concat(
            file.all(Cmd.class).map(Cmd::command),
            file.all(Entrypoint.class).map(Entrypoint::command))
        .flatMap(command -> command.script().commands().stream())
        .map(SimpleCommand::unwrapped);
  }

  private Stream<Finding> check(Volume volume, Dockerfile file) {
    return volume.paths().stream()
        .filter(path -> path.text().endsWith(SOCKET))
        .map(path -> judge(path, volume, file));
  }

  private Finding judge(Word path, Volume volume, Dockerfile file) {
    Finding finding = finding(path, "'%s' makes it root on the host; use a proxy", path);
    return volume.isJson() && volume.paths().size() > 1
        ? finding.notFixedBecause("it stands in a JSON array")
        : Removal.of(path, volume.paths(), volume, file)
            .map(edit -> finding.fixedBy(Fix.risky("Do not ask for it", edit)))
            .orElseGet(() -> finding.notFixedBecause("it is left to other builds"));
  }

  /** The word that gives the socket to a container. */
  private static Optional<io.github.dockeraudit.shell.Word> mount(SimpleCommand command) {
    boolean isStart =
        command.is(STARTERS)
            && command.arguments().stream().anyMatch(word -> word.is("run") || word.is("create"));
    return isStart
        ? command.arguments().stream()
            .filter(
                word ->
                    word.prefix().contains(SOCKET + ":") || word.prefix().contains(SOCKET + ","))
            .findFirst()
        : Optional.empty();
  }
}
