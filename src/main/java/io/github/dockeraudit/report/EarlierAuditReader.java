package io.github.dockeraudit.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.audit.EarlierAudit;
import io.github.dockeraudit.audit.EarlierFinding;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link JsonReporter} wrote, of this version or an earlier one. */
public final class EarlierAuditReader {

  private static final String REMEDY = "name the audit.json of an earlier build with compareTo";

  private final String name;

  private EarlierAuditReader(String name) {
    this.name = name;
  }

  /**
   * Reads a report.
   *
   * @param name what messages call it
   * @throws AuditException if the text is no such report, or one that is too old or too new
   */
  public static EarlierAudit read(String text, String name) {
    EarlierAuditReader reader = new EarlierAuditReader(name);
    try {
      return reader.read(JsonParser.parseString(text).getAsJsonObject());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | IllegalArgumentException broken) {
      throw new AuditException(name + " is no audit.json of docker-audit", REMEDY);
    }
  }

  private EarlierAudit read(JsonObject report) {
    String tool = member(member(report, "tool").getAsJsonObject(), "name").getAsString();
    if (!tool.equals(JsonReporter.TOOL)) {
      throw new IllegalArgumentException(tool);
    }
    String version = member(report, "schemaVersion").getAsString();
    if (!version.startsWith(JsonReporter.SCHEMA_MAJOR)) {
      throw new AuditException(
          "%s has the form %s".formatted(name, version),
          "compare with a report of this version of docker-audit");
    }
    List<EarlierFinding> findings = new ArrayList<>();
    for (JsonElement finding : member(report, "findings").getAsJsonArray()) {
      findings.add(finding(finding.getAsJsonObject()));
    }
    Optional<JsonObject> score =
        Optional.ofNullable(report.get("score")).map(JsonElement::getAsJsonObject);
    return new EarlierAudit(
        findings,
        score.map(marks -> score(marks, "overall")),
        score.map(EarlierAuditReader::marks).orElse(Map.of()));
  }

  private EarlierFinding finding(JsonObject finding) {
    if (!finding.has("fingerprint")) {
      throw new AuditException(
          name + " has no fingerprints to know findings by",
          "have that build audited once more with this version of docker-audit");
    }
    return new EarlierFinding(
        member(finding, "fingerprint").getAsString(),
        member(finding, "rule").getAsString(),
        member(finding, "name").getAsString(),
        Severity.valueOf(member(finding, "severity").getAsString().toUpperCase(Locale.ROOT)),
        member(finding, "file").getAsString(),
        member(finding, "line").getAsInt(),
        member(finding, "message").getAsString());
  }

  /** An aspect that is not known is one of a later version. */
  private static Map<Aspect, Integer> marks(JsonObject score) {
    JsonObject written = member(score, "marks").getAsJsonObject();
    Map<Aspect, Integer> marks = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      if (written.has(aspect.label())) {
        JsonObject mark = written.get(aspect.label()).getAsJsonObject();
        marks.put(aspect, score(mark, "score"));
      }
    }
    return marks;
  }

  private static int score(JsonObject mark, String name) {
    int score = member(mark, name).getAsInt();
    if (score < 0 || score > 100) {
      throw new IllegalArgumentException("no score: " + score);
    }
    return score;
  }

  private static JsonElement member(JsonObject object, String name) {
    JsonElement member = object.get(name);
    if (member == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return member;
  }
}
