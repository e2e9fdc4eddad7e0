package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.audit.Mark;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Inline.Sign;
import io.github.dockeraudit.report.document.Listing;
import io.github.dockeraudit.report.document.Listing.Style;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.survey.Advice;
import io.github.dockeraudit.survey.Advice.Priority;
import io.github.dockeraudit.survey.Strength;
import io.github.dockeraudit.survey.Survey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole on half a page. */
final class SummaryChapter implements Chapter {

  private static final int MOST = 8;

  @Override
  public Optional<Section> of(AuditReport report) {
    Survey survey = report.survey();
    if (survey.dockerfiles().isEmpty() && survey.deployments().isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(overview(report)));
    if (!survey.strengths().isEmpty()) {
      blocks.add(section("strengths", "Key strengths", strengths(survey)));
    }
    List<Text> improvements = improvements(survey);
    if (!improvements.isEmpty()) {
      Listing listing = Listing.of(Style.BULLETS, improvements);
      blocks.add(section("improvements", "Improvements that matter most", listing));
    }
    return Optional.of(new Section("summary", Text.of("Executive summary"), blocks));
  }

  private static Section section(String id, String heading, Block block) {
    return new Section(id, Text.of(heading), List.of(block));
  }

  private static Text overview(AuditReport report) {
    Survey survey = report.survey();
    long services = survey.deployments().stream().mapToLong(one -> one.services().size()).sum();
    String files = Words.count(survey.dockerfiles().size(), "Dockerfile");
    String runs =
        services == 0
            ? ""
            : " and %s in %s"
                .formatted(
                    Words.count(services, "service"),
                    Words.count(survey.deployments().size(), "deployment"));
    return Text.of("Overall grade ")
        .grade(survey.score().grade().label())
        .and(" (%s of 100) for %s%s.".formatted(survey.score().overall(), files, runs))
        .and(weakest(survey.score()));
  }

  /** Nothing where all marks are full. */
  private static Text weakest(Scorecard score) {
    Comparator<Map.Entry<Aspect, Mark>> byPoints =
        Comparator.comparingDouble(entry -> entry.getValue().points());
    Map.Entry<Aspect, Mark> lowest = score.marks().entrySet().stream().min(byPoints).orElseThrow();
    return lowest.getValue().deductions().isEmpty()
        ? Text.empty()
        : Text.of(" The weakest side is %s, ".formatted(lowest.getKey().label()))
            .grade(lowest.getValue().grade().label())
            .and(" (%s).".formatted(lowest.getValue().score()));
  }

  private static Listing strengths(Survey survey) {
    return Listing.of(
        Style.BULLETS,
        survey.strengths().stream().limit(MOST).map(SummaryChapter::strength).toList());
  }

  static Text strength(Strength strength) {
    return Text.of(Sign.YES).and(" " + strength.text());
  }

  private static List<Text> improvements(Survey survey) {
    return survey.advice().stream()
        .filter(one -> one.priority() != Priority.MEDIUM)
        .limit(MOST)
        .map(SummaryChapter::improvement)
        .toList();
  }

  private static Text improvement(Advice advice) {
    Text text = Text.empty().link(advice.title(), "#" + RecommendationsChapter.id(advice));
    int places = advice.findings().size();
    return places > 1 ? text.and(" (%s places)".formatted(places)) : text;
  }
}
