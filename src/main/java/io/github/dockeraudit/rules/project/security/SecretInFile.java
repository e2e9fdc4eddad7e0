package io.github.dockeraudit.rules.project.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.SecretInText;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SecretInFile implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA3190", "secret-in-file")
        .summary("A secret is written into a script or an example")
        .why(
            """
            Scripts and examples such as `.env.example` are made to be handed on: whoever has the repository has the
            secret, now or in any old commit. Hand out a new one, as this one is known; let the script take it from the
            environment, and leave the value in the example empty.

            Known are tokens by the forms that services give them, private keys, passwords in URLs, and what is named as
            a secret and looks drawn by chance. Silent for variables and placeholders such as `change_me`.
            """)
        .bad(
            """
            ==> compose.yaml <==
            services:
              shop:
                image: example.com/shop:1.0
            ==> .env.example <==
            API_TOKEN=9fK2xq7LmZ4pTw8Rb
            """)
        .good(
            """
            ==> compose.yaml <==
            services:
              shop:
                image: example.com/shop:1.0
            ==> .env.example <==
            API_TOKEN=
            """)
        .aliases("tally:secrets-in-code")
        .references("https://cwe.mitre.org/data/definitions/798.html");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return SecretInText.inFiles(project).stream()
        .map(
            secret ->
                finding(
                        secret,
                        "In plain text for all who have the file: %s; take it out",
                        secret.name())
                    .notFixedBecause(
                        "it has to be replaced by a new one, which only a person can hand out"));
  }
}
