package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Expose;
import io.github.dockeraudit.dockerfile.Port;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.Removal;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.TextEdit;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class AdministrationPort implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1117", "administration-port")
        .summary("The image listens on a port for administration")
        .why(
            """
            SSH, Telnet, RDP and VNC let somebody into the container whose password or key is part of the image, and go
            past all that watches over the platform. `docker exec` does the same with the rights of the platform.
            """)
        .bad(
            """
            FROM debian:13-slim
            EXPOSE 8080 22
            """)
        .good(
            """
            FROM debian:13-slim
            EXPOSE 8080
            """)
        .fixedSometimes()
        .aliases(
            "trivy:DS-0004", "checkov:CKV_DOCKER_1", "kics:exposing-port-22-ssh", "sonar:S6473")
        .references("https://docs.docker.com/reference/dockerfile/#expose");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Expose.class).flatMap(expose -> check(expose, file));
  }

  private Stream<Finding> check(Expose expose, Dockerfile file) {
    return expose.ports().stream()
        .filter(word -> port(word).filter(Port::isForAdministration).isPresent())
        .map(word -> judge(word, expose, file));
  }

  private Finding judge(Word port, Expose expose, Dockerfile file) {
    Finding finding = finding(port, "Port %s lets people log in; use docker exec instead", port);
    if (port.text().contains("-")) {
      return finding.notFixedBecause("other ports are named with it");
    }
    return Removal.of(port, expose.ports(), expose, file)
        .map(edit -> finding.fixedBy(fix(port, edit, file)))
        .orElseGet(() -> finding.notFixedBecause("it is left to other builds"));
  }

  /** Where no other port is named, to log in is what the image is for. */
  private static Fix fix(Word port, TextEdit edit, Dockerfile file) {
    boolean isOnlyOne =
        file.all(Expose.class)
            .flatMap(expose -> expose.ports().stream())
            .allMatch(other -> port(other).filter(Port::isForAdministration).isPresent());
    String title = "Do not name port " + port;
    return isOnlyOne ? Fix.risky(title, edit) : Fix.intended(title, edit);
  }

  private static Optional<Port> port(Word word) {
    return word.literal().flatMap(Port::parse);
  }
}
