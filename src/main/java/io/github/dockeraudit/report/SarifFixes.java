package io.github.dockeraudit.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.google.gson.stream.JsonWriter;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes how findings can be fixed, as SARIF says it. */
final class SarifFixes {

  private static final Comparator<Source> BY_PATH = Comparator.comparing(Source::path);

  private final KnownSecrets secrets;
  private final SarifPlaces places;
  private final Project project;

  SarifFixes(KnownSecrets secrets, SarifPlaces places, Project project) {
    this.secrets = secrets;
    this.places = places;
    this.project = project;
  }

  /**
   * Writes the fix of a finding. Left out is one that a person has to finish, and one that would
   * repeat a secret: what it deletes is not written, but what it inserts is. Left out is also one
   * that makes a new file.
   */
  void write(Finding finding, JsonWriter json) throws IOException {
    Optional<Fix> fix =
        finding
            .fix()
            .filter(any -> any.applicability() != Applicability.MANUAL)
            .filter(any -> !secrets.mayBeIn(any) && isInFilesThatExist(any));
    if (fix.isPresent()) {
      json.name("fixes").beginArray();
      write(fix.get(), json);
      json.endArray();
    }
  }

  /** A change of a file that is yet to be made has no region to replace. */
  private boolean isInFilesThatExist(Fix fix) {
    return fix.edits().stream()
        .allMatch(edit -> project.source(edit.range().source().path()).isPresent());
  }

  private void write(Fix fix, JsonWriter json) throws IOException {
    Map<Source, List<TextEdit>> bySource =
        fix.edits().stream()
            .collect(
                groupingBy(edit -> edit.range().source(), () -> new TreeMap<>(BY_PATH), toList()));
    json.beginObject();
    json.name("description").beginObject();
    json.name("text").value(fix.title());
    json.endObject();
    json.name("artifactChanges").beginArray();
    for (Map.Entry<Source, List<TextEdit>> change : bySource.entrySet()) {
      writeChange(change.getKey(), change.getValue(), json);
    }
    json.endArray();
    json.name("properties").beginObject();
    json.name("applicability").value(fix.applicability().label());
    json.endObject();
    json.endObject();
  }

  private void writeChange(Source source, List<TextEdit> edits, JsonWriter json)
      throws IOException {
    json.beginObject();
    json.name("artifactLocation");
    places.writeFile(source, json);
    json.name("replacements").beginArray();
    for (TextEdit edit : edits.stream().sorted(Comparator.comparing(TextEdit::range)).toList()) {
      json.beginObject();
      json.name("deletedRegion");
      places.writeRegion(edit.range(), json);
      if (!edit.replacement().isEmpty()) {
        json.name("insertedContent").beginObject();
        json.name("text").value(edit.replacement());
        json.endObject();
      }
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }
}
