package io.github.dockeraudit.rules.compose.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.YamlPath;
import io.github.dockeraudit.yaml.YamlScalar;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record UnlimitedRestarts(int attempts, boolean strict) implements ComposeRule {

  public UnlimitedRestarts() {
    this(5, false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2322", "unlimited-restarts")
        .offByDefault()
        .summary("A service is restarted for ever, whatever its fault is")
        .why(
            """
            A service that cannot start, for want of a file or of memory, is started again and again: it takes processor
            time and fills logs, and in a list of containers it is up. The benchmark of the CIS asks for `on-failure:5`.
            Against it speaks that a service which has failed too often stays down, also when what it lacked is there
            again.
            """)
        .bad(
            """
            services:
              api:
                image: example.com/api:1.4
                restart: always
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1.4
                restart: on-failure:5
            """)
        .fixedSometimes()
        .number("attempts", 5, "The most restarts that are allowed.")
        .flag("strict", "Demand just that number, as the benchmark of the CIS does.")
        .aliases("kics:restart-policy-on-failure-not-set-to-5")
        .references("https://docs.docker.com/reference/compose-file/services/#restart");
  }

  @Override
  public Rule with(Options options) {
    return new UnlimitedRestarts(
        options.number("attempts", attempts), options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream()
        .flatMap(
            service ->
                Stream.concat(
                    service.restart().stream()
                        .filter(policy -> policy.isKnown() && isTooOften(policy.text()))
                        .map(policy -> finding(deployment, service, policy)),
                    attemptsOf(service)
                        .filter(number -> number.isKnown() && !isAllowed(number.text()))
                        .map(number -> deployed(service, number))));
  }

  private static Stream<Scalar> attemptsOf(Service service) {
    return service.deploy().stream()
        .flatMap(deploy -> deploy.mapping("restart_policy").stream())
        .flatMap(policy -> policy.scalar("max_attempts").stream());
  }

  private boolean isTooOften(String policy) {
    return policy.equals("always")
        || policy.equals("unless-stopped")
        || policy.startsWith("on-failure") && !isAllowed(policy.substring("on-failure".length()));
  }

  /** Strictly, the benchmark asks for just that number. */
  private boolean isAllowed(String number) {
    String digits = number.replace(":", "").strip();
    if (!digits.matches("[0-9]{1,6}")) {
      return false;
    }
    int times = Integer.parseInt(digits);
    return strict ? times == attempts : times > 0 && times <= attempts;
  }

  private Finding finding(Deployment deployment, Service service, Scalar policy) {
    return finding(
            policy,
            "'%s' is restarted by '%s'; say on-failure:%s",
            service.name(),
            policy,
            attempts)
        .mendedBy(() -> remedy(deployment, policy));
  }

  private Finding deployed(Service service, Scalar number) {
    return finding(
            number, "'%s' is restarted %s times; say %s", service.name(), number.text(), attempts)
        .notFixedBecause("only a person knows how often it needs to start");
  }

  private Remedy remedy(Deployment deployment, Scalar policy) {
    return deployment
        .path(policy.range())
        .map(YamlPath::node)
        .filter(node -> node instanceof YamlScalar && policy.interpolations().isEmpty())
        .map(node -> ((YamlScalar) node).replaceWith("on-failure:" + attempts))
        .map(edit -> Remedy.risky("Restart it %s times".formatted(attempts), edit))
        .orElseGet(() -> Remedy.none("a variable says it"));
  }
}
