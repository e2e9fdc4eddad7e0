package io.github.dockeraudit.rules.dockerfile.performance;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.rule.FixPromise.SOMETIMES;
import static io.github.dockeraudit.rule.RuleInfo.rule;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageSpec;
import io.github.dockeraudit.facts.Removal;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Block;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class SplitInstall implements DockerfileRule {

  private static final RuleInfo INFO =
      rule("DA1235", "split-install")
          .severity(Severity.INFO)
          .summary("Packages are installed by several commands, one right after the other")
          .why(
              """
              Each command reads the lists of packages, works out what depends on what, and runs all triggers once more. One
              command with all packages is faster, and shows at a glance what is installed.

              Silent where the commands have different flags, or something else stands between them.
              """)
          .bad(
              """
              FROM debian:13-slim
              RUN apt-get update \\
               && apt-get install -y --no-install-recommends tini \\
               && apt-get install -y --no-install-recommends libpq5 \\
               && rm -rf /var/lib/apt/lists/*
              """)
          .good(
              """
              FROM debian:13-slim
              RUN apt-get update \\
               && apt-get install -y --no-install-recommends tini libpq5 \\
               && rm -rf /var/lib/apt/lists/*
              """)
          .fix(SOMETIMES)
          .aliases("parfum:ruleMoreThanOneInstall")
          .references("https://docs.docker.com/build/building/best-practices/#apt-get")
          .since("1.0.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(Run.class).flatMap(run -> check(run, file).stream());
  }

  private List<Finding> check(Run run, Dockerfile file) {
    List<PackageCommand> all = PackageCommand.all(run.command().script());
    List<Finding> found = new ArrayList<>(0);
    for (int i = 1; i < all.size(); i++) {
      if (belongTogether(all.get(i - 1), all.get(i))) {
        found.add(judge(all.get(i - 1), all.get(i), file));
      }
    }
    return found;
  }

  private static boolean belongTogether(PackageCommand first, PackageCommand second) {
    return isPlainInstall(first)
        && isPlainInstall(second)
        && first.program().equals(second.program())
        && first.command().wrappers().equals(second.command().wrappers())
        && first.packages().stream().noneMatch(SplitInstall::addsRepository)
        && isNext(first, second)
        && settings(first).equals(settings(second));
  }

  private static boolean isPlainInstall(PackageCommand command) {
    return command.manager().isOfDistribution()
        && command.does(INSTALL)
        && command.command().redirections().isEmpty()
        && !command.packages().isEmpty()
        && command.packages().stream().allMatch(spec -> spec.kind() == PackageSpec.Kind.PACKAGE);
  }

  /** What comes after {@code epel-release} may be found only there. */
  private static boolean addsRepository(PackageSpec spec) {
    return spec.name()
        .filter(name -> name.contains("-release") || name.equals("apt-transport-https"))
        .isPresent();
  }

  /** The very next command of the same list, which is run in any case. */
  private static boolean isNext(PackageCommand first, PackageCommand second) {
    if (first.command().inBackground()) {
      return false;
    }
    Optional<Node> next = first.command().next();
    boolean isChain =
        first.command().parent().filter(Block.class::isInstance).isPresent()
            || first
                .command()
                .parent()
                .filter(AndOr.class::isInstance)
                .map(AndOr.class::cast)
                .filter(list -> list.operators().stream().allMatch(AndOr.Operator.AND::equals))
                .isPresent();
    return isChain && next.filter(node -> isCommand(node, second)).isPresent();
  }

  private static boolean isCommand(Node node, PackageCommand command) {
    return node instanceof SimpleCommand && node.range().contains(command.range());
  }

  /** All that is no package, in any order. */
  private static Set<String> settings(PackageCommand install) {
    Set<String> settings = new HashSet<>();
    install.command().words().forEach(word -> settings.add(word.raw()));
    install.packages().forEach(spec -> settings.remove(spec.word().raw()));
    return settings;
  }

  private Finding judge(PackageCommand first, PackageCommand second, Dockerfile file) {
    Finding finding =
        finding(
            second.subcommand().orElseThrow(), "One command installs these too; name them before");
    List<PackageSpec> before = first.packages();
    String added = second.packages().stream().map(spec -> " " + spec).collect(Collectors.joining());
    return Removal.of(second.command(), file)
        .map(
            edit ->
                finding.fixedBy(
                    Fix.intended(
                        "Install all at once",
                        before.get(before.size() - 1).range().insertAfter(added),
                        edit)))
        .orElseGet(() -> finding.notFixedBecause("a comment stands between"));
  }
}
