package io.github.dockeraudit.rules.compose.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.layout.ComposeText;
import io.github.dockeraudit.facts.layout.Disorder;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record UnsortedServiceKeys(List<String> order) implements ComposeRule {

  private static final String USUAL =
      "<<,extends,image,build,pull_policy,platform,container_name,hostname,profiles,depends_on,"
          + "entrypoint,command,working_dir,user,environment,env_file,volumes,tmpfs,secrets,configs,"
          + "networks,network_mode,ports,expose,restart,healthcheck,logging,deploy,mem_limit,cpus,"
          + "pids_limit,security_opt,cap_drop,cap_add,read_only,labels";

  public UnsortedServiceKeys() {
    this(List.of(USUAL.split(",")));
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2403", "unsorted-service-keys")
        .offByDefault()
        .summary("The attributes of a service are not in the usual order")
        .why(
            """
            When each service begins with what it runs and goes on to how it is run, connected and limited, the eye
            finds an attribute at the same place in all of them, and sees which is missing.
            """)
        .bad(
            """
            services:
              web:
                restart: always
                image: example.com/web:1
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                restart: always
            """)
        .fixedSometimes()
        .list("order", USUAL, "The attributes in their order; others come after them.")
        .aliases("dclint:service-keys-order");
  }

  @Override
  public Rule with(Options options) {
    return new UnsortedServiceKeys(options.list("order", order));
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    Comparator<String> byOrder = Comparator.comparingInt(this::placeOf);
    return ComposeText.in(deployment)
        .flatMap(
            text -> text.services().flatMap(service -> Disorder.in(text, service.value(), byOrder)))
        .map(
            disorder ->
                finding(
                        disorder,
                        "'%s' belongs before '%s'; put the attributes in order",
                        disorder.name(),
                        disorder.before())
                    .mendedBy(disorder::remedy));
  }

  /** Those that are not listed may stand anywhere behind the others. */
  private int placeOf(String attribute) {
    int place = order.indexOf(attribute);
    return place < 0 ? order.size() : place;
  }
}
