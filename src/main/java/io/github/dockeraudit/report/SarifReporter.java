package io.github.dockeraudit.report;

import com.google.gson.stream.JsonWriter;
import io.github.dockeraudit.audit.Acceptance;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Fingerprints;
import io.github.dockeraudit.audit.RuleFailure;
import io.github.dockeraudit.audit.Suppressed;
import io.github.dockeraudit.audit.Suppression;
import io.github.dockeraudit.rule.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The report in SARIF 2.1.0, for code scanning and for editors.
 *
 * <p>Holds no line of the audited files: neither excerpts nor fixes that would repeat a secret.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class SarifReporter implements Reporter {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The name of our fingerprint and its version. */
  private static final String FINGERPRINT = "dockerAudit/v1";

  private final String toolVersion;
  private final RepositoryPaths paths;

  /**
   * @param toolVersion version of this plugin, as the report names it
   * @param paths what files are called in the repository
   */
  public SarifReporter(String toolVersion, RepositoryPaths paths) {
    this.toolVersion = toolVersion;
    this.paths = paths;
  }

  @Override
  public void write(Audit audit, Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.setIndent("  ");
    json.beginObject();
    json.name("$schema").value(SCHEMA);
    json.name("version").value("2.1.0");
    json.name("runs").beginArray();
    writeRun(audit, json);
    json.endArray();
    json.endObject();
    out.append(text.toString()).append('\n');
  }

  private void writeRun(Audit audit, JsonWriter json) throws IOException {
    SarifTool tool = new SarifTool(toolVersion, audit);
    json.beginObject();
    json.name("tool");
    tool.write(json);
    json.name("automationDetails").beginObject();
    json.name("id").value("docker-audit/" + paths.prefix());
    json.endObject();
    writeInvocation(audit, tool, json);
    writeBase(json);
    json.name("columnKind").value("utf16CodeUnits");
    json.name("results").beginArray();
    writeResults(audit, tool, json);
    json.endArray();
    json.endObject();
  }

  private void writeInvocation(Audit audit, SarifTool tool, JsonWriter json) throws IOException {
    json.name("invocations").beginArray().beginObject();
    json.name("executionSuccessful").value(audit.failures().isEmpty());
    json.name("toolExecutionNotifications").beginArray();
    for (RuleFailure failure : audit.failures()) {
      writeNotification(failure, tool, json);
    }
    json.endArray();
    json.endObject().endArray();
  }

  /** Without the message of the exception, which may quote anything. */
  private static void writeNotification(RuleFailure failure, SarifTool tool, JsonWriter json)
      throws IOException {
    json.beginObject();
    json.name("level").value("error");
    json.name("message").beginObject();
    json.name("text")
        .value(
            "Rule %s broke down on %s with %s"
                .formatted(
                    failure.rule().name(), failure.path(), failure.cause().getClass().getName()));
    json.endObject();
    json.name("associatedRule");
    tool.writeReference(failure.rule(), json);
    json.endObject();
  }

  /** Where the repository lies differs from machine to machine, and is for the reader to know. */
  private static void writeBase(JsonWriter json) throws IOException {
    json.name("originalUriBaseIds").beginObject();
    json.name(SarifPlaces.BASE).beginObject();
    json.name("description").beginObject();
    json.name("text").value("The root of the repository");
    json.endObject();
    json.endObject();
    json.endObject();
  }

  private void writeResults(Audit audit, SarifTool tool, JsonWriter json) throws IOException {
    Map<Finding, String> fingerprints = Fingerprints.of(audit);
    SarifPlaces places = new SarifPlaces(paths);
    KnownSecrets secrets = KnownSecrets.in(audit.project());
    SarifFixes fixes = new SarifFixes(secrets, places, audit.project());
    for (Map.Entry<Finding, Optional<Acceptance>> result : results(audit).entrySet()) {
      Finding finding = result.getKey();
      json.beginObject();
      json.name("ruleId").value(finding.rule().id());
      tool.writeIndex(finding.rule(), json);
      json.name("level").value(SarifTool.level(finding.severity()));
      json.name("message").beginObject();
      json.name("text").value(finding.message());
      json.endObject();
      json.name("locations").beginArray();
      places.writeLocation(finding.range(), json);
      json.endArray();
      json.name("partialFingerprints").beginObject();
      json.name(FINGERPRINT).value(fingerprints.get(finding));
      json.endObject();
      fixes.write(finding, json);
      json.name("suppressions").beginArray();
      if (result.getValue().isPresent()) {
        writeSuppression(result.getValue().get(), secrets, places, json);
      }
      json.endArray();
      json.endObject();
    }
  }

  private static Map<Finding, Optional<Acceptance>> results(Audit audit) {
    Map<Finding, Optional<Acceptance>> results = new TreeMap<>();
    audit.findings().forEach(finding -> results.put(finding, Optional.empty()));
    for (Suppressed suppressed : audit.suppressed()) {
      results.put(suppressed.finding(), Optional.of(suppressed.by()));
    }
    return results;
  }

  private static void writeSuppression(
      Acceptance by, KnownSecrets secrets, SarifPlaces places, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("kind").value(by instanceof Suppression ? "inSource" : "external");
    json.name("justification").value(secrets.masked(by.reason()));
    if (by instanceof Suppression suppression) {
      json.name("location");
      places.writeLocation(suppression.comment(), json);
    }
    json.endObject();
  }
}
