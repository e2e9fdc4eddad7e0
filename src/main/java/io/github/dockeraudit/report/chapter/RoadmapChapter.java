package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Listing;
import io.github.dockeraudit.report.document.Listing.Style;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.survey.Advice;
import io.github.dockeraudit.survey.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The advice as a list to tick off. */
final class RoadmapChapter implements Chapter {

  @Override
  public Optional<Section> of(AuditReport report) {
    List<Block> steps = new ArrayList<>();
    for (Milestone milestone : report.survey().milestones()) {
      steps.add(section(milestone, steps.size() + 1));
    }
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("roadmap", Text.of("Roadmap"), steps));
  }

  private static Section section(Milestone milestone, int number) {
    String priority = milestone.priority().title().toLowerCase(Locale.ROOT);
    return new Section(
        "step-" + number,
        Text.of("Step %s: %s priority".formatted(number, priority)),
        List.of(
            Listing.of(Style.TASKS, milestone.advice().stream().map(RoadmapChapter::task).toList()),
            new Paragraph(
                Text.of(
                        "Marks once these findings are gone: overall %s "
                            .formatted(milestone.after().overall()))
                    .grade(milestone.after().grade().label())
                    .and("."))));
  }

  private static Text task(Advice advice) {
    return Text.empty().link(advice.title(), "#" + RecommendationsChapter.id(advice));
  }
}
