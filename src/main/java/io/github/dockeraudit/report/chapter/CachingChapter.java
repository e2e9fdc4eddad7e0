package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Inline.Sign;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.survey.DockerfileSurvey;
import io.github.dockeraudit.survey.InstallLayer;
import io.github.dockeraudit.survey.SourceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What builds keep and what they do again. */
final class CachingChapter implements Chapter {

  private static final List<Column> INSTALLS =
      List.of(
          Column.words("Dockerfile"),
          Column.words("Stage"),
          Column.words("Install"),
          Column.words("Kept when sources change"),
          Column.words("Cache mount"));

  private static final List<Column> CHANGES =
      List.of(
          Column.words("Dockerfile"),
          Column.words("Image"),
          Column.numbers("RUN steps"),
          Column.numbers("Run again"),
          Column.words("Which"));

  @Override
  public Optional<Section> of(AuditReport report) {
    List<List<Text>> installs = new ArrayList<>();
    List<List<Text>> changes = new ArrayList<>();
    for (DockerfileSurvey file : report.survey().dockerfiles()) {
      file.installs().forEach(install -> installs.add(row(file, install)));
      file.changes().stream()
          .filter(change -> !change.runs().isEmpty())
          .forEachOrdered(change -> changes.add(row(file, change)));
    }
    if (installs.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks =
        List.of(
            new Table("Layers that install dependencies", INSTALLS, installs),
            Paragraph.of("What a build runs again when a source has changed and nothing else:"),
            new Table("What a change of a source builds again", CHANGES, changes));
    return Optional.of(new Section("caching", Text.of("Layer caching"), blocks));
  }

  private static List<Text> row(DockerfileSurvey file, InstallLayer layer) {
    return List.of(
        Text.ofCode(file.path()),
        Text.ofCode(layer.stage().name().orElse("stage " + layer.stage().index())),
        Text.ofCode(layer.install().title())
            .and(" (line %s)".formatted(layer.install().range().from().line())),
        kept(layer),
        Text.of(layer.hasCacheMount() ? "yes" : "no"));
  }

  private static Text kept(InstallLayer layer) {
    return switch (layer.order()) {
      case BEFORE_SOURCES -> Text.of(Sign.YES).and(" only manifests come before it");
      case NO_SOURCES -> Text.of(Sign.YES).and(" its stage copies no sources");
      case AFTER_SOURCES ->
          Text.of(Sign.NO)
              .and(" line ")
              .and(
                  "%s copies sources before it"
                      .formatted(layer.copy().orElseThrow().range().from().line()));
      case UNKNOWN -> Text.of("not known");
    };
  }

  private static List<Text> row(DockerfileSurvey file, SourceChange change) {
    return List.of(
        Text.ofCode(file.path()),
        Text.ofCode(change.image().name().orElse("stage " + change.image().index())),
        Text.of(String.valueOf(change.runs().size())),
        Text.of(String.valueOf(change.again().size())),
        Words.orDash(
            change.again().isEmpty()
                ? Text.empty()
                : Text.of("line ")
                    .and(
                        Words.codes(
                            change.again().stream()
                                .map(run -> String.valueOf(run.startLine()))
                                .toList(),
                            8))));
  }
}
