package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.YamlPath;
import io.github.dockeraudit.yaml.YamlScalar;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ReservationAboveLimit implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2040", "reservation-above-limit")
        .summary("A service has more memory set aside than it may use")
        .why(
            """
            Docker refuses to create the container: `Minimum memory limit can not be less than memory reservation
            limit`. The two are often not in one file: a limit in the override for production stands below a reservation
            of the base file.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
                deploy:
                  resources:
                    limits:
                      memory: 256M
                    reservations:
                      memory: 512M
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1.4
                deploy:
                  resources:
                    limits:
                      memory: 256M
                    reservations:
                      memory: 256M
            """)
        .fixedSometimes()
        .references("https://docs.docker.com/engine/containers/resource_constraints/#memory");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream().flatMap(service -> check(service, deployment).stream());
  }

  private Optional<Finding> check(Service service, Deployment deployment) {
    Optional<Scalar> reserved = service.reservations().memory().filter(Scalar::isKnown);
    Optional<Scalar> limit = service.limits().memory().filter(Scalar::isKnown);
    return reserved
        .filter(own -> limit.filter(most -> isAbove(own, most)).isPresent())
        .map(
            own ->
                finding(
                        own,
                        "'%s' has %s set aside and may use only %s; reserve no more than that",
                        service.name(),
                        own.text(),
                        limit.get().text())
                    .mendedBy(() -> lower(own, limit.get(), deployment)));
  }

  /** Docker takes a limit of 0 for none. */
  private static boolean isAbove(Scalar reserved, Scalar limit) {
    return limit.bytes().orElse(0) > 0 && reserved.bytes().orElse(0) > limit.bytes().getAsLong();
  }

  /** Risky: the limit may be the one of the two that is mistaken. */
  private static Remedy lower(Scalar reserved, Scalar limit, Deployment deployment) {
    return deployment
        .path(reserved.range())
        .map(YamlPath::node)
        .filter(YamlScalar.class::isInstance)
        .filter(written -> reserved.interpolations().isEmpty())
        .map(written -> ((YamlScalar) written).replaceWith(limit.text()))
        .map(edit -> Remedy.risky("Reserve what it may use", edit))
        .orElseGet(() -> Remedy.none("it is not written in the file"));
  }
}
