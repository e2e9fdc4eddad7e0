package io.github.dockeraudit.report;

import com.google.gson.stream.JsonWriter;
import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Deduction;
import io.github.dockeraudit.audit.Fingerprints;
import io.github.dockeraudit.audit.Leftovers.Remark;
import io.github.dockeraudit.audit.Mark;
import io.github.dockeraudit.audit.ModuleMarks;
import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.audit.Suppressed;
import io.github.dockeraudit.audit.Suppression;
import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.facts.HealthCoverage;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Position;
import io.github.dockeraudit.source.SourceRange;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report for machines, as {@code docs/audit-json.md} and the JSON Schema beside it describe it.
 * A field may be added within a major version of the schema; none is taken away or changed.
 */
public final class JsonReporter implements Reporter {

  /** Version of the form, {@code major.minor}. */
  public static final String SCHEMA_VERSION = "1.2";

  /** What the versions of one form begin with. */
  static final String SCHEMA_MAJOR = "1.";

  /** What the report calls this plugin. */
  static final String TOOL = "docker-audit-maven-plugin";

  private final String toolVersion;

  /**
   * @param toolVersion version of this plugin, as the report names it
   */
  public JsonReporter(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  @Override
  public void write(Audit audit, Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.setIndent("  ");
    json.beginObject();
    json.name("schemaVersion").value(SCHEMA_VERSION);
    writeTool(json);
    json.name("project").value(audit.project().name());
    writeSummary(audit, json);
    writeScore(audit, json);
    writeModules(audit, json);
    Map<Finding, String> fingerprints = Fingerprints.of(audit);
    json.name("findings").beginArray();
    for (Finding finding : audit.findings()) {
      json.beginObject();
      writeFinding(finding, fingerprints.get(finding), json);
      json.endObject();
    }
    json.endArray();
    json.name("suppressed").beginArray();
    KnownSecrets secrets = KnownSecrets.in(audit.project());
    for (Suppressed suppressed : audit.suppressed()) {
      json.beginObject();
      writeFinding(suppressed.finding(), fingerprints.get(suppressed.finding()), json);
      json.name("suppressedBy").value(suppressed.by().kind().label());
      if (suppressed.by() instanceof Suppression comment) {
        json.name("suppressedAtLine").value(comment.comment().from().line());
      }
      json.name("reason").value(secrets.masked(suppressed.by().reason()));
      json.endObject();
    }
    json.endArray();
    writeLeftovers(audit, json);
    json.name("healthChecks").beginArray();
    for (HealthCoverage coverage : HealthCoverage.of(audit.project())) {
      writeHealthCheck(coverage, json);
    }
    json.endArray();
    json.endObject();
    out.append(text.toString()).append('\n');
  }

  private static void writeLeftovers(Audit audit, JsonWriter json) throws IOException {
    json.name("leftovers").beginObject();
    writeRemarks("unused", audit.leftovers().unused(), json);
    writeRemarks("unreasoned", audit.leftovers().unreasoned(), json);
    json.name("outlived").value(audit.leftovers().outlived().size());
    json.endObject();
  }

  private static void writeRemarks(String name, List<Remark> remarks, JsonWriter json)
      throws IOException {
    json.name(name).beginArray();
    for (Remark remark : remarks) {
      json.beginObject();
      json.name("file").value(remark.range().source().path());
      json.name("line").value(remark.range().from().line());
      json.name("message").value(remark.message());
      json.endObject();
    }
    json.endArray();
  }

  private void writeTool(JsonWriter json) throws IOException {
    json.name("tool").beginObject();
    json.name("name").value(TOOL);
    json.name("version").value(toolVersion);
    json.endObject();
  }

  private static void writeSummary(Audit audit, JsonWriter json) throws IOException {
    json.name("summary").beginObject();
    json.name("files").value(audit.project().files().size());
    json.name("errors").value(audit.count(Severity.ERROR));
    json.name("warnings").value(audit.count(Severity.WARNING));
    json.name("infos").value(audit.count(Severity.INFO));
    json.name("suppressed").value(audit.suppressed().size());
    json.endObject();
  }

  private static void writeScore(Audit audit, JsonWriter json) throws IOException {
    Scorecard card = Scorecard.of(audit);
    json.name("score").beginObject();
    json.name("overall").value(card.overall());
    json.name("grade").value(card.grade().label());
    json.name("marks").beginObject();
    for (Map.Entry<Aspect, Mark> mark : card.marks().entrySet()) {
      json.name(mark.getKey().label()).beginObject();
      writeMark(mark.getValue(), json);
      json.endObject();
    }
    json.endObject();
    json.endObject();
  }

  private static void writeModules(Audit audit, JsonWriter json) throws IOException {
    json.name("modules").beginArray();
    for (ModuleMarks module : ModuleMarks.of(audit)) {
      json.beginObject();
      json.name("name").value(module.module().name());
      json.name("folder").value(module.module().folder());
      json.name("overall").value(module.card().overall());
      json.name("grade").value(module.card().grade().label());
      json.name("marks").beginObject();
      for (Map.Entry<Aspect, Mark> mark : module.card().marks().entrySet()) {
        json.name(mark.getKey().label()).beginObject();
        json.name("score").value(mark.getValue().score());
        json.name("grade").value(mark.getValue().grade().label());
        json.endObject();
      }
      json.endObject();
      json.endObject();
    }
    json.endArray();
  }

  private static void writeMark(Mark mark, JsonWriter json) throws IOException {
    json.name("score").value(mark.score());
    json.name("grade").value(mark.grade().label());
    json.name("findings").beginArray();
    for (Deduction deduction : mark.deductions()) {
      Finding finding = deduction.finding();
      json.beginObject();
      json.name("rule").value(finding.rule().id());
      json.name("name").value(finding.rule().name());
      json.name("file").value(finding.range().source().path());
      json.name("line").value(finding.range().from().line());
      json.name("column").value(finding.range().from().column());
      json.name("points").value(rounded(deduction.points()));
      json.endObject();
    }
    json.endArray();
  }

  /** Three digits tell the smallest cost from none. */
  private static BigDecimal rounded(double points) {
    return BigDecimal.valueOf(points).setScale(3, RoundingMode.HALF_UP);
  }

  private static void writeFinding(Finding finding, String fingerprint, JsonWriter json)
      throws IOException {
    Position from = finding.range().from();
    Position to = finding.range().to();
    json.name("rule").value(finding.rule().id());
    json.name("name").value(finding.rule().name());
    json.name("aliases").beginArray();
    for (String alias : finding.aliases()) {
      json.value(alias);
    }
    json.endArray();
    json.name("severity").value(finding.severity().label());
    json.name("category").value(finding.rule().category().label());
    json.name("file").value(finding.range().source().path());
    json.name("line").value(from.line());
    json.name("column").value(from.column());
    json.name("endLine").value(to.line());
    json.name("endColumn").value(to.column());
    json.name("message").value(finding.message());
    json.name("fix").value(finding.fix().map(fix -> fix.applicability().label()).orElse(null));
    json.name("fingerprint").value(fingerprint);
  }

  private static void writeHealthCheck(HealthCoverage coverage, JsonWriter json)
      throws IOException {
    json.beginObject();
    json.name("files").beginArray();
    for (ComposeFile file : coverage.deployment().files()) {
      json.value(file.source().path());
    }
    json.endArray();
    json.name("service").value(coverage.service().name());
    json.name("origin").value(coverage.origin().kind().label());
    Optional<SourceRange> where = coverage.origin().where();
    json.name("definedIn").value(where.map(range -> range.source().path()).orElse(null));
    json.name("definedAtLine").value(where.map(range -> range.from().line()).orElse(null));
    json.endObject();
  }
}
