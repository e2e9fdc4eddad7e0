package io.github.dockeraudit.rules.dockerfile.maintainability;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;
import static io.github.dockeraudit.facts.PackageCommand.Action.REMOVE;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.facts.PackageSpec;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnnamedBuildPackages implements DockerfileRule {

  private static final String NAME = ".build-deps";

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1345", "unnamed-build-packages")
        .offByDefault()
        .summary("Packages are added and deleted by two lists that have to agree")
        .why(
            """
            What is there for the build alone stands in two lists, and whoever adds a package to one forgets the other:
            it stays in the image, or the deletion fails. `apk add --virtual` gives the list a name, and `apk del` takes
            the name.
            """)
        .bad(
            """
            FROM alpine:3.22
            COPY . /src
            RUN apk add --no-cache gcc musl-dev && make -C /src install && apk del gcc musl-dev
            """)
        .good(
            """
            FROM alpine:3.22
            COPY . /src
            RUN apk add --virtual .build-deps --no-cache gcc musl-dev && make -C /src install && apk del .build-deps
            """)
        .fixedSometimes()
        .aliases("dockerfilelint:apkadd-missing-virtual")
        .references("https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("apk")
        .map(RunCommand::run)
        .distinct()
        .flatMap(run -> check(PackageCommand.all(run.command().script())).stream());
  }

  private List<Finding> check(List<PackageCommand> commands) {
    List<PackageCommand> added = commands.stream().filter(command -> is(command, INSTALL)).toList();
    return commands.stream()
        .filter(command -> is(command, REMOVE) && !command.packages().isEmpty())
        .flatMap(del -> addedBefore(del, added).map(add -> judge(add, del, commands)).stream())
        .toList();
  }

  private static boolean is(PackageCommand command, PackageCommand.Action action) {
    return command.manager() == PackageManager.APK && command.does(action);
  }

  /** The command that adds all that another deletes, and gives it no name. */
  private static Optional<PackageCommand> addedBefore(
      PackageCommand del, List<PackageCommand> added) {
    return added.stream()
        .filter(add -> !add.hasFlag("-t", "--virtual") && del.command().follows(add.command()))
        .filter(add -> names(add).containsAll(names(del)))
        .findFirst();
  }

  private static List<String> names(PackageCommand command) {
    return command.packages().stream().map(spec -> spec.word().raw()).sorted().toList();
  }

  private Finding judge(PackageCommand add, PackageCommand del, List<PackageCommand> all) {
    Finding finding =
        finding(add.subcommand().orElseThrow(), "These are deleted by name; add --virtual " + NAME);
    boolean isTaken = all.stream().anyMatch(each -> each.command().raw().contains(NAME));
    if (isTaken || !names(add).equals(names(del))) {
      return finding.notFixedBecause("not all that it adds is deleted");
    }
    List<PackageSpec> deleted = del.packages();
    SourceRange list = deleted.get(0).range().union(deleted.get(deleted.size() - 1).range());
    boolean isList = list.text().indexOf('#') < 0 && list.text().indexOf("--") < 0;
    return isList
        ? finding.fixedBy(
            Fix.intended(
                "Give them a name",
                add.subcommand().orElseThrow().followedBy("--virtual", NAME),
                list.replaceWith(NAME)))
        : finding.notFixedBecause("something else stands in the list");
  }
}
