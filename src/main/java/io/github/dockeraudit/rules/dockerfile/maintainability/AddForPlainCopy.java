package io.github.dockeraudit.rules.dockerfile.maintainability;

import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class AddForPlainCopy implements DockerfileRule {

  private static final Pattern REMOTE = Pattern.compile("^(\\w+://|git@)");
  private static final Pattern ARCHIVE =
      Pattern.compile("\\.(tar|tgz|tbz2?|txz|tlz|tar\\.(gz|bz2|xz|zst|lzma|Z))$");

  private static final RuleInfo INFO =
      rule("DA1304", "add-for-plain-copy")
          .severity(WARNING)
          .summary("ADD is used where COPY does the same")
          .why(
              """
              `ADD` also downloads URLs and unpacks archives, so a reader has to work out which
              of the three happens. `COPY` can only copy.
              """)
          .bad(
              """
              FROM eclipse-temurin:21-jre
              ADD app.jar /app/
              """)
          .good(
              """
              FROM eclipse-temurin:21-jre
              COPY app.jar /app/
              """)
          .aliases(
              "hadolint:DL3020",
              "tally:hadolint/DL3020",
              "trivy:DS-0005",
              "checkov:CKV_DOCKER_4",
              "kics:add-instead-of-copy",
              "sonar:S7029",
              "parfum:DL3020",
              "semgrep:prefer-copy-over-add",
              "openrewrite:ReplaceAddWithCopy")
          .references("https://docs.docker.com/build/building/best-practices/#add-or-copy")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Add.class)
        .filter(add -> !add.hasFlag("checksum"))
        .filter(add -> add.sources().stream().allMatch(AddForPlainCopy::isPlainPath))
        .map(add -> finding(add.keyword(), "ADD only copies local files here; say COPY"));
  }

  /** False for an unexpanded variable: what it will hold is not known here. */
  private static boolean isPlainPath(Word source) {
    return source
        .literal()
        .filter(path -> !REMOTE.matcher(path).find() && !ARCHIVE.matcher(path).find())
        .isPresent();
  }
}
