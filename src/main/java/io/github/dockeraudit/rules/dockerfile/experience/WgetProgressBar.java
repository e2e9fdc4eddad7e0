package io.github.dockeraudit.rules.dockerfile.experience;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.BaseImage.UserTools;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class WgetProgressBar implements DockerfileRule {

  private static final String[] QUIET = {
    "-q", "--quiet", "-qO", "-qO-", "-nv", "--no-verbose", "--progress",
    "-o", "--output-file", "-a", "--append-output", "--help", "--version", "-V"
  };

  /** What installs packages in distributions that have the wget of GNU. */
  private static final String[] MANAGERS = {
    "apt", "apt-get", "dnf", "microdnf", "pacman", "yum", "zypper"
  };

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1501", "wget-progress-bar")
        .summary("wget writes a progress bar into the log of the build")
        .why(
            """
            A log is no terminal: the bar becomes thousands of lines of dots, and what matters is lost among them.
            `--progress=dot:giga` leaves a line for every few megabytes; busybox, the `wget` of Alpine, knows only `-q`.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN wget https://example.com/tool.tar.gz
            """)
        .good(
            """
            FROM debian:13-slim
            RUN wget --progress=dot:giga https://example.com/tool.tar.gz
            """)
        .fixedAlways()
        .aliases("hadolint:DL3047", "tally:hadolint/DL3047")
        .references("https://www.gnu.org/software/wget/manual/wget.html#Download-Options");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("wget")
        .filter(wget -> !wget.command().hasFlag(QUIET))
        .map(wget -> judge(wget.command(), isGnu(wget.run(), file)));
  }

  /** Where neither the image nor its packages say which wget it is, what both know will do. */
  private static boolean isGnu(Run run, Dockerfile file) {
    return file.imageBelow(run)
        .flatMap(BaseImages::find)
        .map(BaseImage::userTools)
        .filter(tools -> tools != UserTools.NONE && tools != UserTools.UNKNOWN)
        .map(tools -> tools != UserTools.BUSYBOX)
        .orElseGet(() -> file.stageOf(run).filter(stage -> installs(stage, file)).isPresent());
  }

  private static boolean installs(Stage stage, Dockerfile file) {
    return file.commands(MANAGERS)
        .flatMap(install -> file.stageOf(install.run()).stream())
        .anyMatch(stage.ancestors()::contains);
  }

  private Finding judge(SimpleCommand command, boolean isGnu) {
    String flag = isGnu ? "--progress=dot:giga" : "-q";
    Word name = command.name().orElseThrow();
    return finding(name, "The progress bar fills the log; add %s", flag)
        .fixedBy(Fix.intended("Add " + flag, name.followedBy(flag)));
  }
}
