package io.github.dockeraudit.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ScriptReviewTest {

  private final RememberingLog log = new RememberingLog(new SystemStreamLog());
  private final MavenProject build = new MavenProject();
  private final Ruleset all = Ruleset.load(Rule.class.getClassLoader());

  @Test
  void whereThereIsNoShellCheckItIsSaidOnceABuild() {
    tell("FROM alpine\nRUN ls\n", Profile.RECOMMENDED);
    tell("FROM alpine\nRUN pwd\n", Profile.RECOMMENDED);
    assertThat(log.lines().orElseThrow())
        .singleElement()
        .satisfies(line -> assertThat(line.text()).startsWith("ShellCheck is not installed"));
  }

  @Test
  void nothingIsSaidWhereItWouldHaveNothingToDo() {
    tell("FROM alpine\nCOPY a b\n", Profile.RECOMMENDED);
    tell("FROM alpine\nRUN ls\n", Profile.BUILDKIT);
    tell("FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nRUN dir\n", Profile.ALL);
    assertThat(log.lines().orElseThrow()).isEmpty();
  }

  private void tell(String dockerfile, Profile profile) {
    Project project =
        Project.of(Dockerfile.parse(Source.of("Dockerfile", dockerfile)), LocalDate.EPOCH);
    Ruleset rules = new RuleSelection(profile, List.of()).from(all);
    new ScriptReview(Optional.empty()).tell(project, rules, log, build);
  }
}
