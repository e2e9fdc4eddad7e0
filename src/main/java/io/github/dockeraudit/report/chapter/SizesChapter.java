package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.BaseImages;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.survey.SizeEstimate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What base images weigh. */
final class SizesChapter implements Chapter {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("Dockerfile"),
          Column.words("Images"),
          Column.words("Base now"),
          Column.numbers("Size"),
          Column.words("Smaller variant"),
          Column.numbers("Size"));

  @Override
  public Optional<Section> of(AuditReport report) {
    List<List<Text>> rows = report.survey().sizes().stream().map(SizesChapter::row).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "sizes",
                Text.of("Image sizes (estimates)"),
                List.of(
                    Paragraph.of(
                        "Sizes of base images alone, uncompressed for linux/amd64, as of %s from"
                                .formatted(BaseImages.compiled())
                            + " docker-library/repo-info and the makers of the images; they differ"
                            + " by version. What an image adds to its base is in no file, and not"
                            + " counted."),
                    new Table("Sizes of base images", COLUMNS, rows))));
  }

  private static List<Text> row(SizeEstimate size) {
    return List.of(
        Text.ofCode(size.path()),
        Words.codes(size.images(), 4),
        Text.ofCode(name(size.base())),
        megabytes(size.now()),
        Words.orDash(size.smaller().map(one -> Text.ofCode(name(one))).orElse(Text.empty())),
        size.smaller().isPresent() ? megabytes(size.after()) : Text.of("-"));
  }

  private static String name(ImageReference image) {
    return image.familiarName() + ":" + image.tag().orElse("latest");
  }

  private static Text megabytes(OptionalDouble size) {
    return Text.of(size.isPresent() ? Words.megabytes(size.getAsDouble()) : "not known");
  }
}
