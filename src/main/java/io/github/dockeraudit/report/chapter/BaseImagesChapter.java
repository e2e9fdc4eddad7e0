package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.facts.Answer;
import io.github.dockeraudit.facts.BaseImage;
import io.github.dockeraudit.facts.Release;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Inline.Sign;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.survey.ImageUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What images are built on and what is run as it is. */
final class BaseImagesChapter implements Chapter {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("Image"),
          Column.words("Used by"),
          Column.words("Minimal"),
          Column.words("Named by"),
          Column.words("Supported until"),
          Column.words("Default user"),
          Column.words("Smaller variant"));

  @Override
  public Optional<Section> of(AuditReport report) {
    LocalDate today = report.project().today();
    List<Block> blocks = new ArrayList<>();
    if (!report.survey().baseImages().isEmpty()) {
      blocks.add(table("Base images", report.survey().baseImages(), today));
    }
    if (!report.survey().serviceImages().isEmpty()) {
      blocks.add(
          new Section(
              "service-images",
              Text.of("Images that run as they are"),
              List.of(table("Images of services", report.survey().serviceImages(), today))));
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("base-images", Text.of("Base images"), blocks));
  }

  private static Table table(String caption, List<ImageUse> uses, LocalDate today) {
    return new Table(caption, COLUMNS, uses.stream().map(use -> row(use, today)).toList());
  }

  private static List<Text> row(ImageUse use, LocalDate today) {
    return List.of(
        Text.ofCode(use.title()),
        Words.codes(use.users(), 4),
        minimal(use.isMinimal()),
        Text.of(use.pin().name().toLowerCase(Locale.ROOT)),
        Words.orDash(releases(use, today)),
        use.known().flatMap(BaseImage::defaultUser).map(Text::ofCode).orElse(Text.of("not known")),
        Words.orDash(
            use.smaller()
                .map(
                    image -> Text.ofCode(image.familiarName() + ":" + image.tag().orElse("latest")))
                .orElse(Text.empty())));
  }

  private static Text minimal(Answer answer) {
    return switch (answer) {
      case YES -> Text.of(Sign.YES);
      case NO -> Text.of(Sign.NO);
      case UNKNOWN -> Text.of("not known");
    };
  }

  private static Text releases(ImageUse use, LocalDate today) {
    return use.releases().stream()
        .map(release -> Text.of(release + ": ").and(end(release, today)))
        .collect(Text.joining());
  }

  private static Text end(Release release, LocalDate today) {
    String day = release.end().map(LocalDate::toString).orElse("no end is set");
    return release.hasEndedBy(today)
        ? Text.of(Sign.NO).and(release.end().isPresent() ? " ended " + day : " ended")
        : Text.of(day);
  }
}
