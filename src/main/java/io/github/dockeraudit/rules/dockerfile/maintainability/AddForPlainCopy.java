package io.github.dockeraudit.rules.dockerfile.maintainability;

import static io.github.dockeraudit.rule.FixPromise.SOMETIMES;
import static io.github.dockeraudit.rule.RuleInfo.rule;
import static io.github.dockeraudit.rule.Severity.WARNING;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class AddForPlainCopy implements DockerfileRule {

  private static final Pattern REMOTE = Pattern.compile("^(\\w+://|git@)");
  private static final Pattern ARCHIVE =
      Pattern.compile("\\.(tar|tgz|tbz2?|txz|tlz|tar\\.(gz|bz2|xz|zst|lzma|Z))$");

  private static final Set<String> SHARED_FLAGS = Set.of("chown", "chmod", "link", "exclude");

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
          .fix(SOMETIMES)
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
        .map(this::judge);
  }

  private Finding judge(Add add) {
    Finding finding = finding(add.keyword(), "ADD only copies local files here; say COPY");
    return add.flags().stream()
        .filter(flag -> !SHARED_FLAGS.contains(flag.name()))
        .findFirst()
        .map(flag -> finding.notFixedBecause("COPY has no flag --" + flag.name()))
        .orElseGet(() -> finding.fixedBy(sayCopy(add)));
  }

  /** Risky: Docker knows an archive by its content, and we see only its name. */
  private static Fix sayCopy(Add add) {
    return Fix.risky("Replace ADD with COPY", add.renameTo("COPY"));
  }

  /** False for an unexpanded variable: what it will hold is not known here. */
  private static boolean isPlainPath(Word source) {
    return source
        .literal()
        .filter(path -> !REMOTE.matcher(path).find() && !ARCHIVE.matcher(path).find())
        .isPresent();
  }
}
