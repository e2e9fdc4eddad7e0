package io.github.dockeraudit.rules.compose.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DockerSocket implements ComposeRule {

  /** The last names of the paths at which engines listen, on Linux and as pipes on Windows. */
  private static final Set<String> SOCKETS =
      Set.of("docker.sock", "docker_engine", "podman.sock", "containerd.sock", "crio.sock");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2102", "docker-socket")
        .summary("A service can talk to the Docker engine of the host")
        .why(
            """
            Whoever can write to the socket of the engine can start a container that mounts the whole host, and so is
            root there. A mount with `:ro` changes nothing: it protects the file, not what is said through it. Put a
            socket proxy in between that lets only the few requests through which the service needs.
            """)
        .bad(
            """
            services:
              dashboard:
                image: example.com/dashboard:3
                volumes:
                  - /var/run/docker.sock:/var/run/docker.sock:ro
            """)
        .good(
            """
            services:
              dashboard:
                image: example.com/dashboard:3
                environment:
                  DOCKER_HOST: tcp://engine:2375
              engine:
                image: tecnativa/docker-socket-proxy:0.3
                environment:
                  CONTAINERS: 1
                volumes:
                  - /var/run/docker.sock:/var/run/docker.sock:ro
            """)
        .aliases("kics:docker-socket-mounted", "semgrep:exposing-docker-socket-volume")
        .references("https://docs.docker.com/engine/security/#docker-daemon-attack-surface");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream()
        .filter(service -> !isSocketProxy(service))
        .flatMap(this::check);
  }

  private Stream<Finding> check(Service service) {
    return waysToEngine(service)
        .map(
            way ->
                finding(
                        way,
                        "'%s' gets root on the host through this socket; put a socket proxy between",
                        service.name())
                    .notFixedBecause("only a person knows which requests it has to make"));
  }

  private static Stream<Scalar> waysToEngine(Service service) {
    return Stream.concat(
        service.body().scalar("use_api_socket").filter(Scalar::isTrue).stream(),
        service.volumes().stream()
            .flatMap(mount -> mount.source().stream())
            .filter(source -> SOCKETS.contains(lastName(source.text()))));
  }

  private static String lastName(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return path.substring(slash + 1).toLowerCase(Locale.ROOT);
  }

  /** A proxy has to have the socket; what it lets through is its own configuration. */
  private static boolean isSocketProxy(Service service) {
    return service.image().filter(image -> image.text().contains("socket-proxy")).isPresent();
  }
}
