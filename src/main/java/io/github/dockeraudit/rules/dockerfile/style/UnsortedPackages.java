package io.github.dockeraudit.rules.dockerfile.style;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageSpec;
import io.github.dockeraudit.facts.Unsorted;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.SourceRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnsortedPackages implements DockerfileRule {

  private static final Comparator<PackageSpec> BY_NAME =
      Comparator.comparing((PackageSpec spec) -> spec.name().orElse(""))
          .thenComparing(spec -> spec.word().raw());

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1425", "unsorted-packages")
        .offByDefault()
        .summary("The packages of an install are in no order")
        .why(
            """
            In the order of the alphabet nobody adds a package twice, a reader finds one at once, and two branches that
            add one each merge without a conflict. The order changes nothing in what is installed.

            For the package managers of distributions; the order of what `pip` or `npm` is given may matter.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends \\
                  tini \\
                  libpq5 \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .good(
            """
            FROM debian:13-slim
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends \\
                  libpq5 \\
                  tini \\
             && rm -rf /var/lib/apt/lists/*
            """)
        .fixedSometimes()
        .aliases("tally:sort-packages")
        .references(
            "https://docs.docker.com/build/building/best-practices/#sort-multi-line-arguments");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return PackageCommand.in(file)
        .filter(install -> install.manager().isOfDistribution() && install.does(INSTALL))
        .filter(install -> install.packages().size() > 1)
        .flatMap(install -> check(install).stream());
  }

  private Optional<Finding> check(PackageCommand install) {
    List<PackageSpec> packages = install.packages();
    return packages.stream().allMatch(spec -> spec.kind() == PackageSpec.Kind.PACKAGE)
            && !isParted(install)
        ? Unsorted.in(packages, BY_NAME).map(this::judge)
        : Optional.empty();
  }

  /** Words in between may have to do with the one before or after them. */
  private static boolean isParted(PackageCommand install) {
    List<PackageSpec> packages = install.packages();
    List<Word> words = install.command().words();
    int first = words.indexOf(packages.get(0).word());
    return first + packages.size() > words.size()
        || words.get(first + packages.size() - 1) != packages.get(packages.size() - 1).word();
  }

  private Finding judge(Unsorted<PackageSpec> unsorted) {
    PackageSpec wanted = unsorted.wanted();
    Finding finding =
        finding(unsorted.misplaced(), "'%s' comes first in the alphabet; sort them", wanted);
    List<PackageSpec> all = unsorted.written();
    SourceRange list = all.get(0).range().union(all.get(all.size() - 1).range());
    return list.text().indexOf('#') < 0
        ? finding.fixedBy(Fix.safe("Sort them", unsorted.edits()))
        : finding.notFixedBecause("a comment stands in the list of packages");
  }
}
