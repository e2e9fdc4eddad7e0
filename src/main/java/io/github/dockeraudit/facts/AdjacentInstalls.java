package io.github.dockeraudit.facts;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.shell.AndOr;
import io.github.dockeraudit.shell.Block;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two commands that install packages of a distribution, one right after the other, and could be
 * one.
 *
 * @param first the command that can take the packages of the other
 * @param second the other
 */
public record AdjacentInstalls(PackageCommand first, PackageCommand second) {

  /** Those of a RUN, in text order. */
  public static List<AdjacentInstalls> in(Run run) {
    List<PackageCommand> all = PackageCommand.all(run.command().script());
    List<AdjacentInstalls> found = new ArrayList<>(0);
    for (int i = 1; i < all.size(); i++) {
      AdjacentInstalls pair = new AdjacentInstalls(all.get(i - 1), all.get(i));
      if (pair.belongTogether()) {
        found.add(pair);
      }
    }
    return found;
  }

  private boolean belongTogether() {
    return isPlainInstall(first)
        && isPlainInstall(second)
        && first.program().equals(second.program())
        && first.command().wrappers().equals(second.command().wrappers())
        && first.packages().stream().noneMatch(AdjacentInstalls::addsRepository)
        && isNext()
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
  private boolean isNext() {
    Node list = first.command().parent().orElseThrow();
    boolean isInAnyCase =
        list instanceof Block
            || list instanceof AndOr chain
                && chain.operators().stream().allMatch(AndOr.Operator.AND::equals);
    return isInAnyCase
        && !first.command().inBackground()
        && first
            .command()
            .next()
            .filter(SimpleCommand.class::isInstance)
            .filter(next -> next.range().contains(second.range()))
            .isPresent();
  }

  /** All that is no package, in any order. */
  private static Set<String> settings(PackageCommand install) {
    Set<String> settings = new HashSet<>();
    install.command().words().forEach(word -> settings.add(word.raw()));
    install.packages().forEach(spec -> settings.remove(spec.word().raw()));
    return settings;
  }

  /** Has the first command install all. */
  public Remedy remedy(Dockerfile file) {
    List<PackageSpec> before = first.packages();
    String added = second.packages().stream().map(spec -> " " + spec).collect(Collectors.joining());
    return Removal.of(second.command(), file)
        .map(
            removal ->
                Remedy.intended(
                    "Install all at once",
                    List.of(before.get(before.size() - 1).range().insertAfter(added), removal)))
        .orElseGet(() -> Remedy.none("a comment stands between"));
  }
}
