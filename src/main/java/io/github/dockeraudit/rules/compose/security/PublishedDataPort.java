package io.github.dockeraudit.rules.compose.security;

import static io.github.dockeraudit.rule.Severity.ERROR;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.LocalPort;
import io.github.dockeraudit.facts.ServiceImage;
import io.github.dockeraudit.facts.ServiceImage.Kind;
import io.github.dockeraudit.facts.ServiceImages;
import io.github.dockeraudit.facts.service.DeployedService;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class PublishedDataPort implements ProjectRule {

  /** Services that other services talk to, and not people with a browser. */
  private static final Set<Kind> DATA =
      EnumSet.of(
          Kind.DATABASE,
          Kind.CACHE,
          Kind.BROKER,
          Kind.COORDINATION,
          Kind.SEARCH,
          Kind.SECRETS,
          Kind.OBJECTSTORE,
          Kind.LOGGING);

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2103", "published-data-port")
        .summary("The port of a database or the like is open to every machine in reach")
        .why(
            """
            Docker publishes a port on every address of the host and opens it in the firewall, so that `ufw deny` does
            not close it again. Other services of the project reach the database by its name, with no port published.
            For tools on one's own machine the loopback address is enough.
            """)
        .bad(
            """
            services:
              database:
                image: postgres:16
                ports:
                  - "5432:5432"
            """)
        .good(
            """
            services:
              database:
                image: postgres:16
                ports:
                  - "127.0.0.1:5432:5432"
            """)
        .fixedSometimes()
        .aliases(
            "dclint:no-unbound-port-interfaces",
            "kics:container-traffic-not-bound-to-host-interface")
        .references("https://docs.docker.com/engine/network/packet-filtering-firewalls/");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return DeployedService.in(project)
        .flatMap(each -> dataImage(each.service()).stream().flatMap(image -> check(each, image)));
  }

  private Stream<Finding> check(DeployedService each, ServiceImage image) {
    return openPorts(each.service(), image)
        .map(
            port ->
                finding(
                        port,
                        "The %s port of '%s' is open to every machine in reach; bind it to 127.0.0.1",
                        image.kind().name().toLowerCase(Locale.ROOT),
                        each.service().name())
                    .withSeverity(isInProduction(each, port, image) ? ERROR : WARNING)
                    .mendedBy(LocalPort.of(each.deployment(), port)));
  }

  private static Stream<Port> openPorts(Service service, ServiceImage image) {
    return service.ports().stream()
        .filter(port -> image.port().stream().anyMatch(port.target()::contains))
        .filter(Port::isOnAllAddresses);
  }

  /** A port that only developers open is theirs to close, and no hole in a server. */
  private static boolean isInProduction(DeployedService each, Port port, ServiceImage image) {
    return each.hasInProduction(
        own -> openPorts(own, image).anyMatch(open -> open.published().equals(port.published())));
  }

  private static Optional<ServiceImage> dataImage(Service service) {
    return service
        .image()
        .flatMap(image -> image.value())
        .flatMap(ImageReference::parse)
        .flatMap(ServiceImages::find)
        .filter(image -> image.isSensitive() && DATA.contains(image.kind()));
  }
}
