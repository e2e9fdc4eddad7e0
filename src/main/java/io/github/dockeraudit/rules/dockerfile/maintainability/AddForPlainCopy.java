package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.ArchiveName;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public record AddForPlainCopy(boolean strict) implements DockerfileRule {

  private static final Pattern REMOTE = Pattern.compile("^(\\w+://|git@)");
  private static final Pattern ARCHIVE =
      Pattern.compile("\\.(tar|tgz|tbz2?|txz|tlz|tar\\.(gz|bz2|xz|zst|lzma|Z))$");

  /** What hadolint also takes for an archive; Docker does not unpack a file that is only packed. */
  private static final Pattern PACKED = Pattern.compile("\\.(gz|bz2|xz|Z|lz|lzma|zst)$");

  private static final Set<String> SHARED_FLAGS = Set.of("chown", "chmod", "link", "exclude");

  /** What a variable will hold is not known. */
  public AddForPlainCopy() {
    this(false);
  }

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1304", "add-for-plain-copy")
        .summary("ADD is used where COPY does the same")
        .why(
            """
            `ADD` also downloads URLs and unpacks archives, so a reader has to work out which of the three happens.
            `COPY` can only copy.
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
        .fixedSometimes()
        .flag(
            "strict",
            "Whether to judge as hadolint: variables count as files, and ONBUILD does not count")
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
        .references("https://docs.docker.com/build/building/best-practices/#add-or-copy");
  }

  @Override
  public Rule with(Options options) {
    return new AddForPlainCopy(options.flag("strict", strict));
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Add.class)
        .filter(add -> !add.hasFlag("checksum"))
        .filter(add -> add.sources().stream().allMatch(this::isPlainPath))
        .filter(add -> !strict || !add.isTrigger())
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

  /** Risky for what may be an archive: Docker knows one by its content, and we see only a name. */
  private static Fix sayCopy(Add add) {
    boolean isSure =
        add.sources().stream()
            .allMatch(source -> source.literal().filter(ArchiveName::isNone).isPresent());
    return isSure
        ? Fix.intended("Replace ADD with COPY", add.renameTo("COPY"))
        : Fix.risky("Replace ADD with COPY", add.renameTo("COPY"));
  }

  private boolean isPlainPath(Word source) {
    return source
        .literal()
        .or(() -> strict ? Optional.of(source.text()) : Optional.empty())
        .filter(path -> !REMOTE.matcher(path).find() && !isPacked(path))
        .isPresent();
  }

  private boolean isPacked(String path) {
    return ARCHIVE.matcher(path).find() || strict && PACKED.matcher(path).find();
  }
}
