package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.layout.ComposeText;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.yaml.PlainText;
import io.github.dockeraudit.yaml.ScalarStyle;
import io.github.dockeraudit.yaml.YamlScalar;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record UnquotedPort(boolean all) implements ComposeRule {

  public UnquotedPort() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA2020", "unquoted-port")
        .summary("A port without quotes is another number to many readers of YAML")
        .why(
            """
            YAML 1.1 takes digits with colons between them for a number to the base of 60: `22:22` is 1342 to PyYAML,
            and with it to podman-compose, Ansible and the first docker-compose. Docker Compose itself reads it as it
            stands. It is so wherever the port of the container is below 60; with `all` every port without quotes is
            reported, so that nobody has to know which.
            """)
        .bad(
            """
            services:
              git:
                image: example.com/git:2
                ports:
                  - 2222:22
            """)
        .good(
            """
            services:
              git:
                image: example.com/git:2
                ports:
                  - "2222:22"
            """)
        .fixedSometimes()
        .flag("all", "Report every port without quotes.")
        .aliases("dclint:require-quotes-in-ports")
        .references(
            "https://docs.docker.com/reference/compose-file/services/#ports",
            "https://yaml.org/type/int.html");
  }

  @Override
  public Rule with(Options options) {
    return new UnquotedPort(options.flag("all", all));
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return ComposeText.in(deployment)
        .flatMap(text -> text.items("ports"))
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .filter(port -> port.style() == ScalarStyle.PLAIN)
        .flatMap(port -> check(port));
  }

  private Stream<Finding> check(YamlScalar port) {
    boolean isBase60 = PlainText.isBase60(port.value());
    return isBase60 || all
        ? Stream.of(
            finding(
                    port,
                    isBase60
                        ? "YAML 1.1 takes %s for a number to the base of 60; put it in quotes"
                        : "%s has no quotes; put it in quotes as all ports",
                    port.value())
                .mendedBy(() -> remedy(port)))
        : Stream.empty();
  }

  private static Remedy remedy(YamlScalar port) {
    return port.quoted()
        .map(edit -> Remedy.safe("Put it in quotes", edit))
        .orElseGet(() -> Remedy.none("it is not written on one line"));
  }
}
