package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.audit.Grade;
import io.github.dockeraudit.audit.Mark;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Listing;
import io.github.dockeraudit.report.document.Listing.Style;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.survey.DockerfileSurvey;
import io.github.dockeraudit.survey.StageSurvey;
import io.github.dockeraudit.survey.Weakness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Each Dockerfile: its stages, what is well done and what is not. */
final class DockerfilesChapter implements Chapter {

  private static final List<Column> STAGES =
      List.of(
          Column.words("Stage"),
          Column.words("Base"),
          Column.words("For"),
          Column.words("Built by"),
          Column.words("User"),
          Column.words("Ports"),
          Column.words("Health check"),
          Column.words("Takes"));

  private static final List<Column> WEAKNESSES =
      List.of(
          Column.words("Rule"),
          Column.words("Severity"),
          Column.words("Finding"),
          Column.words("Lines"));

  @Override
  public Optional<Section> of(AuditReport report) {
    List<DockerfileSurvey> files = report.survey().dockerfiles();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    Glance glance = new Glance(files.stream().map(file -> row(report, file)).toList());
    List<Block> blocks = new ArrayList<>(glance.table("Dockerfile", DockerfilesChapter::id));
    int number = 0;
    for (int i : glance.inFull()) {
      number++;
      blocks.add(section(report, files.get(i), id(String.valueOf(number))));
    }
    return Optional.of(new Section("dockerfiles", Text.of("Dockerfiles"), blocks));
  }

  private static String id(String number) {
    return "dockerfile-" + number;
  }

  private static Glance.Row row(AuditReport report, DockerfileSurvey file) {
    Mark mark = report.scorecard().mark(file.file().source());
    return new Glance.Row(file.path(), mark, file.weaknesses());
  }

  private static Section section(AuditReport report, DockerfileSurvey file, String id) {
    List<Block> blocks = new ArrayList<>();
    if (!file.stages().isEmpty()) {
      blocks.add(stages(file));
    }
    if (!file.strengths().isEmpty()) {
      blocks.add(
          new Section(
              id + "-strengths",
              Text.of("Strengths"),
              List.of(
                  Listing.of(
                      Style.BULLETS,
                      file.strengths().stream().map(SummaryChapter::strength).toList()))));
    }
    if (!file.weaknesses().isEmpty()) {
      blocks.add(
          new Section(
              id + "-weaknesses",
              Text.of("Weaknesses"),
              List.of(weaknesses(file.path(), file.weaknesses()))));
    }
    Mark mark = report.survey().score().mark(file.file().source());
    Grade grade = mark.grade();
    Text heading =
        Text.ofCode(file.path())
            .and(file.isForDevelopment() ? " (development) " : " ")
            .grade(grade.label());
    return new Section(id, heading, blocks);
  }

  private static Table stages(DockerfileSurvey file) {
    return new Table(
        "Stages of " + file.path(),
        STAGES,
        file.stages().stream().map(DockerfilesChapter::row).toList());
  }

  private static List<Text> row(StageSurvey stage) {
    return List.of(
        Text.ofCode(stage.title()),
        Text.ofCode(stage.base()),
        Text.of(role(stage)),
        Words.orDash(Words.codes(stage.builtBy())),
        user(stage),
        Words.orDash(Words.codes(stage.ports())),
        Text.of(stage.health().isChecked() ? "yes" : stage.health().kind().label()),
        Words.orDash(takes(stage)));
  }

  private static String role(StageSurvey stage) {
    return switch (stage.role()) {
      case SHIPPED -> "production";
      case UNUSED -> "nothing: no stage or service uses it";
      default -> stage.role().name().toLowerCase(Locale.ROOT);
    };
  }

  private static Text user(StageSurvey stage) {
    return stage.user().name().map(Text::ofCode).orElse(Text.of("not known"));
  }

  private static Text takes(StageSurvey stage) {
    return stage.copies().stream()
        .map(taken -> Words.codes(taken.paths(), 2).and(" from ").code(taken.from()))
        .collect(Text.joining("; "));
  }

  /** What rules find in one file or deployment. */
  static Table weaknesses(String where, List<Weakness> weaknesses) {
    return new Table(
        "Weaknesses of " + where,
        WEAKNESSES,
        weaknesses.stream().map(DockerfilesChapter::row).toList());
  }

  private static List<Text> row(Weakness weakness) {
    List<Finding> findings = weakness.findings();
    boolean areEqual = findings.stream().map(Finding::message).distinct().count() == 1;
    return List.of(
        Text.empty().link(weakness.rule().name(), "#" + RulesChapter.id(weakness.rule())),
        Text.empty().gravity(findings.get(0).severity()),
        areEqual ? Text.of(findings.get(0).message()) : Text.marked(weakness.rule().summary()),
        Words.codes(
            findings.stream()
                .map(finding -> String.valueOf(finding.range().from().line()))
                .distinct()
                .toList(),
            10));
  }
}
