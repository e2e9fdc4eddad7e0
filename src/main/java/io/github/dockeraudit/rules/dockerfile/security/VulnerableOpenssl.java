package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageSpec;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Located;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class VulnerableOpenssl implements DockerfileRule {

  private static final String VULNERABLE = "(?:3\\.0\\.[0-6]|1\\.0\\.1[a-f]?)";

  private static final Set<String> PACKAGES =
      Set.of("openssl", "openssl-dev", "libssl3", "libcrypto3", "libssl-dev", "openssl-libs");

  /** Ubuntu mended 3.0.2 in its seventh revision. */
  private static final Pattern PACKAGE =
      Pattern.compile(VULNERABLE + "(?:-r\\d+|-\\d+|-0ubuntu1(?:\\.[1-6])?)?");

  private static final Pattern SOURCES =
      Pattern.compile(".*openssl-" + VULNERABLE + "\\.(?:tar\\..*|tgz|zip)");

  private static final String VARIABLE = "OPENSSL_VERSION";

  private static final Pattern VERSION = Pattern.compile(VULNERABLE);

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1150", "vulnerable-openssl")
        .summary("A version of OpenSSL is asked for that has a grave fault")
        .why(
            """
            OpenSSL 3.0.0 to 3.0.6 overflow a buffer when they check a certificate (CVE-2022-3602, CVE-2022-3786), and
            1.0.1 up to 1.0.1f give away the memory of the process (CVE-2014-0160, Heartbleed). A version that is pinned
            stays what it is, however often the image is built.

            Speaks of Alpine's packages, of Debian's and Ubuntu's before the one that was mended, and of sources.
            """)
        .bad(
            """
            FROM alpine:3.16
            RUN apk add --no-cache openssl=3.0.5-r3
            """)
        .good(
            """
            FROM alpine:3.16
            RUN apk add --no-cache openssl
            """)
        .fixedSometimes()
        .aliases("kics:vulnerable-openssl-version")
        .references(
            "https://openssl-library.org/news/secadv/20221101.txt",
            "https://openssl-library.org/news/secadv/20140407.txt");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return Stream.of(packages(file), sources(file), variables(file)).flatMap(found -> found);
  }

  private Stream<Finding> packages(Dockerfile file) {
    return PackageCommand.in(file)
        .filter(command -> command.manager().isOfDistribution())
        .flatMap(command -> command.packages().stream())
        .filter(spec -> spec.name().filter(PACKAGES::contains).isPresent())
        .filter(spec -> spec.version().filter(it -> PACKAGE.matcher(it).matches()).isPresent())
        .map(this::judge);
  }

  /** Risky: the distribution may have none that is mended. */
  private Finding judge(PackageSpec spec) {
    Finding finding = judge(spec, spec.version().orElseThrow());
    return spec.word().isQuoted()
        ? finding
        : finding.fixedBy(
            Fix.risky("Take the pin away", spec.range().replaceWith(spec.name().orElseThrow())));
  }

  private Stream<Finding> sources(Dockerfile file) {
    return file.commands("curl", "wget")
        .flatMap(call -> call.command().operands().stream())
        .filter(word -> word.literal().filter(it -> SOURCES.matcher(it).matches()).isPresent())
        .map(word -> judge(word, word.prefix().replaceAll(".*openssl-|\\.(?:tar|tgz|zip).*", "")));
  }

  private Stream<Finding> variables(Dockerfile file) {
    if (!file.source().text().contains(VARIABLE)) {
      return Stream.empty();
    }
    return file.variables()
        .filter(each -> each.name().text().equals(VARIABLE))
        .flatMap(each -> each.value().stream())
        .filter(value -> value.literal().filter(it -> VERSION.matcher(it).matches()).isPresent())
        .map(value -> judge(value, value.literal().orElseThrow()));
  }

  private Finding judge(Located where, String version) {
    return finding(where, "OpenSSL %s has a grave fault; take a newer version", version);
  }
}
