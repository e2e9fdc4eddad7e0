package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Inline.Sign;
import io.github.dockeraudit.report.document.Listing;
import io.github.dockeraudit.report.document.Listing.Style;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.survey.DeveloperSurvey;
import io.github.dockeraudit.survey.ScriptSurvey;
import io.github.dockeraudit.survey.SetupStep;
import io.github.dockeraudit.survey.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the project offers to those who work on it. */
final class DevelopersChapter implements Chapter {

  private static final int MOST_COMMANDS = 4;

  private static final List<Column> TASKS = List.of(Column.words("Task"), Column.words("Command"));

  private static final List<Column> SCRIPTS =
      List.of(
          Column.words("Script"),
          Column.words("Starts a container"),
          Column.words("Stops on errors"),
          Column.words("Hands over to its command"),
          Column.words("Waits in a loop"),
          Column.words("Executable"));

  @Override
  public Optional<Section> of(AuditReport report) {
    DeveloperSurvey developers = report.survey().developers();
    List<Block> blocks = new ArrayList<>();
    if (!developers.steps().isEmpty()) {
      blocks.add(steps(developers.steps()));
    }
    if (!developers.offered().isEmpty() || !developers.missing().isEmpty()) {
      blocks.add(commands(developers));
    }
    if (!report.survey().scripts().isEmpty()) {
      blocks.add(scripts(report.survey().scripts()));
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("developers", Text.of("Developer experience"), blocks));
  }

  private static Section steps(List<SetupStep> steps) {
    return new Section(
        "first-steps",
        Text.of("First steps of a new developer"),
        List.of(Listing.of(Style.STEPS, steps.stream().map(DevelopersChapter::step).toList())));
  }

  private static Text step(SetupStep step) {
    return step.kind() == SetupStep.Kind.OPEN
        ? Text.of("Open ").code(step.text())
        : Text.ofCode(step.text());
  }

  private static Section commands(DeveloperSurvey developers) {
    List<Block> blocks = new ArrayList<>();
    if (!developers.commands().isEmpty()) {
      blocks.add(
          new Paragraph(
              developers.commands().entrySet().stream()
                  .map(
                      entry ->
                          Text.ofCode(entry.getKey())
                              .and(" has " + Words.count(entry.getValue(), "command")))
                  .collect(Text.joining())
                  .and(".")));
    }
    List<List<Text>> rows = new ArrayList<>();
    for (Task task : Task.values()) {
      if (developers.offered().containsKey(task)) {
        rows.add(List.of(Text.of(task.label()), offered(developers.offered().get(task))));
      } else if (developers.missing().contains(task)) {
        rows.add(List.of(Text.of(task.label()), Text.of(Sign.NO).and(" missing")));
      }
    }
    blocks.add(new Table("Commands for developers", TASKS, rows));
    return new Section("commands", Text.of("Commands"), blocks);
  }

  private static Text offered(List<DeveloperCommand> commands) {
    List<String> names = commands.stream().map(DeveloperCommand::toString).distinct().toList();
    return Text.of(Sign.YES).and(" ").and(Words.codes(names, MOST_COMMANDS));
  }

  private static Section scripts(List<ScriptSurvey> scripts) {
    return new Section(
        "scripts",
        Text.of("Scripts"),
        List.of(
            new Table(
                "Shell scripts", SCRIPTS, scripts.stream().map(DevelopersChapter::row).toList())));
  }

  private static List<Text> row(ScriptSurvey script) {
    return List.of(
        Text.ofCode(script.path()),
        Text.of(starts(script.startsContainer())),
        Text.of(script.stopsOnError() ? "yes" : "no"),
        Text.of(script.handsOver() ? "yes" : "no"),
        Words.orDash(
            script.waits().isEmpty()
                ? Text.empty()
                : Text.of("line ")
                    .and(
                        Words.codes(
                            script.waits().stream()
                                .map(range -> String.valueOf(range.from().line()))
                                .toList()))),
        Text.of(script.isExecutable() ? "yes" : "no"));
  }

  private static String starts(Answer answer) {
    return switch (answer) {
      case YES -> "yes";
      case NO -> "none of those audited";
      case UNKNOWN -> "not known";
    };
  }
}
