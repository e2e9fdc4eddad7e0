package io.github.dockeraudit.rules.compose.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.service.EmptyOverride;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class IneffectiveOverride implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA2005", "ineffective-override")
        .summary("An override means to take something away and does not")
        .why(
            """
            Compose adds the lists of an override to those of the files before it: `ports: []` adds nothing and removes
            nothing, and the port of the database that should be closed on the server stays open. It takes `!reset` to
            empty an attribute, or `!override` to put another list in its place, both from Docker Compose 2.24.4 on.
            """)
        .bad(
            """
            ==> compose.prod.yaml <==
            services:
              database:
                ports: []
            ==> compose.yaml <==
            services:
              database:
                image: postgres:16
                ports:
                  - "127.0.0.1:5432:5432"
            """)
        .good(
            """
            ==> compose.prod.yaml <==
            services:
              database:
                ports: !reset []
            ==> compose.yaml <==
            services:
              database:
                image: postgres:16
                ports:
                  - "127.0.0.1:5432:5432"
            """)
        .fixedAlways()
        .references("https://docs.docker.com/reference/compose-file/merge/#reset-value");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return EmptyOverride.in(deployment).map(this::finding);
  }

  private Finding finding(EmptyOverride override) {
    return finding(
            override,
            "This adds nothing and takes nothing of '%s' away; say '%s: !reset []'",
            override.service(),
            override.entry().key().value())
        .mendedBy(override::remedy);
  }
}
