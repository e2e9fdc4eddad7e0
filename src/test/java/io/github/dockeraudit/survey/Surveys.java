package io.github.dockeraudit.survey;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Surveys of projects that are put together file by file. */
final class Surveys {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Path folder;

  Surveys(Path folder) {
    this.folder = folder;
  }

  Surveys file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  Survey survey() {
    return Survey.of(audit(Discovery.of(folder).today(TODAY).discover()));
  }

  DockerfileSurvey dockerfile() {
    return survey().dockerfiles().get(0);
  }

  DeploymentSurvey deployment() {
    return survey().deployments().get(0);
  }

  static Audit audit(Project project) {
    Ruleset rules = Ruleset.load(Rule.class.getClassLoader()).where(info -> info.enabled());
    return Auditor.mended(new Auditor(rules).audit(project));
  }

  /** The kinds, for a test of what is told and what is not. */
  static List<Strength.Kind> kinds(List<Strength> strengths) {
    return strengths.stream().map(Strength::kind).toList();
  }
}
