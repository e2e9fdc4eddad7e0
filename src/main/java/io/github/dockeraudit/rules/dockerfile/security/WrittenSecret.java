package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.SecretInText;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class WrittenSecret implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1180", "written-secret")
        .summary("A secret is written into an instruction")
        .why(
            """
            Whoever can read the repository has it, now or in any old commit, and so has whoever can pull the image: the
            history shows every command. Hand out a new one, as this one is known, and mount it with
            `RUN --mount=type=secret`, or give it to the container when it starts.

            Known are tokens by the forms that services give them (clouds, forges, registries, chats, payment, JWT),
            private keys, passwords in URLs, and what is named as a secret in a command, a label or a heredoc and looks
            drawn by chance. Silent for variables, placeholders and examples. Neither the finding nor the report shows
            the value.
            """)
        .bad(
            """
            FROM alpine:3.22
            RUN wget https://ci:9fK2xq7LmZ@example.com/tool.tar.gz
            """)
        .good(
            """
            FROM alpine:3.22
            RUN --mount=type=secret,id=netrc,target=/root/.netrc wget https://example.com/tool.tar.gz
            """)
        .aliases("tally:secrets-in-code", "kics:passwords-and-secrets")
        .references(
            "https://docs.docker.com/build/building/secrets/",
            "https://cwe.mitre.org/data/definitions/798.html");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return SecretInText.in(file).stream()
        .map(
            secret ->
                finding(
                        secret,
                        "%s is written here for all to read; mount it as a secret",
                        capitalised(secret.name()))
                    .notFixedBecause(
                        "it has to be replaced by a new one, which only a person can hand out"));
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
