package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class HostPortInExpose implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1018", "host-port-in-expose")
        .summary("EXPOSE names an address or a port of the host")
        .why(
            """
            An image cannot say where on the host its ports go: `docker run -p` and compose do. Docker drops everything
            before the port of the container, so `EXPOSE 80:8080` exposes 8080 and nothing publishes 80.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            EXPOSE 80:8080
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            EXPOSE 8080
            """)
        .fixedAlways()
        .buildkit("ExposeInvalidFormat")
        .aliases("dockerfilelint:expose_host_port")
        .references("https://docs.docker.com/reference/build-checks/expose-invalid-format/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Expose.class)
        .flatMap(expose -> expose.ports().stream())
        .filter(port -> port.literal().filter(text -> text.indexOf(':') >= 0).isPresent())
        .map(this::judge);
  }

  private Finding judge(Word port) {
    String text = port.range().text();
    String container = text.substring(text.lastIndexOf(':') + 1);
    return finding(port, "'%s' exposes no more than %s; write that", port, container)
        .fixedBy(Fix.safe("Name the port alone", port.range().replaceWith(container)));
  }
}
