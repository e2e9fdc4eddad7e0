package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class CopiedSecretFile implements DockerfileRule {

  private static final Set<String> NAMES =
      Set.of(
          ".env",
          ".git-credentials",
          ".htpasswd",
          ".netrc",
          ".pgpass",
          "_netrc",
          "id_dsa",
          "id_ecdsa",
          "id_ed25519",
          "id_rsa");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1114", "copied-secret-file")
        .summary("A file that holds a secret is copied into the image")
        .why(
            """
            Whoever can pull the image can read the file, also from a layer below one that deletes it. A secret that the
            build needs belongs into `RUN --mount=type=secret`, one that the container needs is given to it when it
            starts.
            """)
        .bad(
            """
            FROM node:24-alpine
            COPY .env /app/.env
            """)
        .good(
            """
            FROM node:24-alpine
            COPY .env.example /app/.env.example
            """)
        .aliases("trivy:DS-0031")
        .references("https://docs.docker.com/build/building/secrets/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return ContextCopy.in(file).stream()
        .flatMap(copy -> copy.sources().stream())
        .filter(source -> NAMES.contains(name(source.text())))
        .map(
            source ->
                finding(
                    source,
                    "'%s' can be read by all who have the image; mount it instead",
                    source));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
