package io.github.dockeraudit.rules.dockerfile.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ConfigureWithoutBuild implements ProjectRule {

  private static final String FLAG = " --build=\"$(dpkg-architecture --query DEB_BUILD_GNU_TYPE)\"";

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1338", "configure-without-build")
        .offByDefault()
        .summary("configure has to guess for which machine it builds")
        .why(
            """
            Old `config.guess` scripts do not know newer machines, such as 64-bit ARM and RISC-V, and look at the
            kernel, which in a 32-bit container is that of the 64-bit host. `--build` tells them.
            """)
        .bad(
            """
            FROM debian:13
            RUN ./configure --prefix=/usr/local && make
            """)
        .good(
            """
            FROM debian:13
            RUN ./configure --build="$(dpkg-architecture --query DEB_BUILD_GNU_TYPE)" --prefix=/usr/local && make
            """)
        .fixedSometimes()
        .aliases("parfum:configureShouldUseBuildFlag")
        .references("https://github.com/docker-library/official-images#multiple-architectures");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .flatMap(
            file ->
                file.commands("configure")
                    .filter(call -> !call.command().hasFlag("--build", "--host", "--help", "-h"))
                    .map(call -> judge(call, file)));
  }

  /** Risky: the program that knows is in dpkg-dev, which comes with Debian's compilers. */
  private Finding judge(RunCommand call, Dockerfile file) {
    Finding finding = finding(call.name(), "configure guesses the machine; tell it with --build");
    if (call.name().isItem()) {
      return finding.notFixedBecause("no shell is there to ask dpkg-architecture");
    }
    return file.stageOf(call.run()).filter(ConfigureWithoutBuild::isDebian).isPresent()
        ? finding.fixedBy(Fix.risky("Tell the machine", call.name().range().insertAfter(FLAG)))
        : finding.notFixedBecause("only Debian's dpkg-architecture can be asked for it");
  }

  private static boolean isDebian(Stage stage) {
    return stage
        .root()
        .image()
        .flatMap(BaseImages::find)
        .filter(
            base ->
                base.family() == BaseImage.Family.DEBIAN
                    || base.family() == BaseImage.Family.UBUNTU)
        .isPresent();
  }
}
