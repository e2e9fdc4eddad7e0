package io.github.dockeraudit.rules.compose.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Port;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.layout.PortForms;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record MixedPortSyntax(String syntax) implements ComposeRule {

  public MixedPortSyntax() {
    this("short");
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2414", "mixed-port-syntax")
        .offByDefault()
        .summary("A port is written in the other form than that chosen")
        .why(
            """
            Compose reads `"8080:80"` and a mapping with `target` and `published` alike. In one file with both each port
            has to be read twice. The long form names what is what; the short one is what most people know.
            """)
        .bad(
            """
            services:
              web:
                image: example.com/web:1
                ports:
                  - target: 80
                    published: "8080"
            """)
        .good(
            """
            services:
              web:
                image: example.com/web:1
                ports:
                  - "8080:80"
            """)
        .fixedSometimes()
        .text("syntax", "short", "The form of all ports: short or long.")
        .references("https://docs.docker.com/reference/compose-file/services/#ports");
  }

  @Override
  public Rule with(Options options) {
    return new MixedPortSyntax(options.oneOf("syntax", syntax, List.of("short", "long")));
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.services().stream()
        .flatMap(service -> service.ports().stream())
        .filter(port -> port.item().asScalar().isPresent() == syntax.equals("long"))
        .map(
            port ->
                finding(port, "This port is not in the %s form; write it so", syntax)
                    .mendedBy(() -> remedy(deployment, port)));
  }

  private Remedy remedy(Deployment deployment, Port port) {
    PortForms forms = new PortForms(deployment, port);
    return (syntax.equals("short") ? forms.toShort() : forms.toLong())
        .map(edit -> Remedy.safe("Write it in the %s form".formatted(syntax), edit))
        .orElseGet(() -> Remedy.none("the other form cannot say all of it"));
  }
}
