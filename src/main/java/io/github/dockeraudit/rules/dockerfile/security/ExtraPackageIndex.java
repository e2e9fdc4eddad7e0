package io.github.dockeraudit.rules.dockerfile.security;

import static io.github.dockeraudit.facts.PackageCommand.Action.INSTALL;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.PackageCommand;
import io.github.dockeraudit.facts.PackageManager;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ExtraPackageIndex implements DockerfileRule {

  private static final String VARIABLE = "PIP_EXTRA_INDEX_URL";
  private static final String FLAG = "--extra-index-url";

  private static final String UNKNOWN = "whether one index has all packages only you know";

  private static final Set<String> OF_PYTORCH = Set.of("torch", "torchaudio", "torchvision");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1160", "extra-package-index")
        .summary("pip takes a package from whichever index has the higher version")
        .why(
            """
            `--extra-index-url` adds an index to the one of Python and asks both. Whoever gives a package of yours, or
            one that yours depends on, a higher version number on the public index has their code run in your build:
            this is known as dependency confusion, and has hit the nightly builds of PyTorch. `--index-url` names the
            one index to ask, which may be a mirror that has both.

            Silent for `uv`, which goes on to the next index only for what the first does not have, and where
            `--require-hashes` checks what comes.
            """)
        .bad(
            """
            FROM python:3.13-slim
            RUN pip install --no-cache-dir --extra-index-url https://download.pytorch.org/whl/cpu torch torchvision
            """)
        .good(
            """
            FROM python:3.13-slim
            RUN pip install --no-cache-dir --index-url https://download.pytorch.org/whl/cpu torch torchvision
            """)
        .fixedSometimes()
        .aliases("semgrep:dockerfile-pip-extra-index-url")
        .references(
            "https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url",
            "https://pytorch.org/blog/compromised-nightly-dependency/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return Stream.concat(
        PackageCommand.in(file)
            .filter(command -> command.manager() == PackageManager.PIP && command.does(INSTALL))
            .filter(command -> command.hasFlag(FLAG) && !command.program().equals("uv"))
            .filter(command -> !command.hasFlag("--require-hashes", "--no-deps"))
            .flatMap(this::check),
        file.source().text().contains(VARIABLE) ? variables(file) : Stream.empty());
  }

  private Stream<Finding> variables(Dockerfile file) {
    return file.variables()
        .filter(variable -> variable.name().text().equals(VARIABLE))
        .filter(variable -> variable.value().filter(value -> !value.isEmpty()).isPresent())
        .map(variable -> finding(variable.name(), "PIP_INDEX_URL").notFixedBecause(UNKNOWN));
  }

  /** One finding a command is enough. */
  private Stream<Finding> check(PackageCommand install) {
    return install.command().arguments().stream()
        .filter(word -> word.prefix().equals(FLAG) || word.prefix().startsWith(FLAG + "="))
        .limit(1)
        .map(flag -> judge(flag, install));
  }

  private Finding judge(Word flag, PackageCommand install) {
    SourceRange range = flag.range();
    SourceRange name = range.source().range(range.start(), range.start() + FLAG.length());
    Finding finding = finding(() -> name, "--index-url");
    return isWhole(install) && name.text().equals(FLAG)
        ? finding.fixedBy(Fix.intended("Ask that index alone", name.replaceWith("--index-url")))
        : finding.notFixedBecause(UNKNOWN);
  }

  /** The index of PyTorch has all that its own packages depend on. */
  private static boolean isWhole(PackageCommand install) {
    return !install.hasFlag("-i", "--index-url", "-r", "--requirement")
        && install.command().raw().contains("https://download.pytorch.org/whl/")
        && !install.packages().isEmpty()
        && install.packages().stream()
            .allMatch(spec -> spec.name().filter(OF_PYTORCH::contains).isPresent());
  }

  private Finding finding(Located where, String instead) {
    return finding(where, "Anybody can put a higher version on the other index; use %s", instead);
  }
}
