package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.docs.RulePage;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReporterTest {

  private final RepositoryPaths paths = new RepositoryPaths("services/shop/");

  @Test
  void everyReportIsValidByTheSchemaOfOasis(@TempDir Path folder) throws IOException {
    List<Audit> audits = new ArrayList<>(FormatSamples.acceptance());
    audits.addAll(
        List.of(FormatSamples.shop(), FormatSamples.failed(), FormatSamples.hostile(folder)));
    for (Audit audit : audits) {
      assertThat(problems(report(audit))).as("%s", audit.project()).isEmpty();
    }
  }

  @Test
  void theSchemaRefusesWhatIsNoReport() {
    assertThat(problems(report(FormatSamples.shop()).replace("utf16CodeUnits", "bytes")))
        .isNotEmpty();
    assertThat(problems(report(FormatSamples.shop()).replace("\"error\"", "\"grave\"")))
        .isNotEmpty();
  }

  @Test
  void eachResultPointsAtItsRule() {
    JsonObject run = run(FormatSamples.shop());
    JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    for (JsonElement element : run.getAsJsonArray("results")) {
      JsonObject result = element.getAsJsonObject();
      JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void eachRuleThatRanIsDescribed() {
    Audit audit = FormatSamples.acceptance().get(0);
    JsonObject driver = run(audit).getAsJsonObject("tool").getAsJsonObject("driver");
    List<JsonElement> told = driver.getAsJsonArray("rules").asList();
    List<RuleInfo> rules = audit.rules().rules().stream().map(Rule::info).toList();
    assertThat(told).hasSameSizeAs(rules);
    for (int i = 0; i < rules.size(); i++) {
      assertDescribes(told.get(i).getAsJsonObject(), rules.get(i));
    }
  }

  private static void assertDescribes(JsonObject told, RuleInfo rule) {
    assertThat(told.get("id").getAsString()).isEqualTo(rule.id());
    assertThat(told.get("name").getAsString())
        .matches("([A-Z][a-z0-9]*|[0-9]+)+")
        .isEqualToIgnoringCase(rule.name().replace("-", ""));
    assertThat(told.getAsJsonObject("shortDescription").get("text").getAsString())
        .isEqualTo(rule.summary());
    assertThat(told.getAsJsonObject("fullDescription").get("text").getAsString())
        .hasSizeBetween(1, 1024)
        .doesNotContain("\n");
    assertThat(told.getAsJsonObject("help").get("markdown").getAsString())
        .isEqualTo(RulePage.of(rule));
    assertThat(told.get("helpUri").getAsString()).endsWith("/docs/rules/" + rule.name() + ".md");
    assertThat(told.getAsJsonObject("properties").getAsJsonArray("tags").asList())
        .extracting(JsonElement::getAsString)
        .contains(rule.category().label())
        .containsAll(rule.aliases());
  }

  @Test
  void eachPathIsAUriThatLeadsBackToTheFile(@TempDir Path folder) throws IOException {
    Audit audit = FormatSamples.hostile(folder);
    assertThat(locations(run(audit)))
        .allSatisfy(
            uri ->
                assertThat(URI.create(uri).getPath().substring(paths.prefix().length()))
                    .isIn(audit.project().files().stream().map(file -> file.path()).toList()))
        .anyMatch(uri -> uri.contains("%F0%9F%90%B3"));
  }

  @Test
  void theReplacementsAreTheEditsOfTheFix() {
    Audit audit = FormatSamples.acceptance().get(0);
    List<JsonElement> results = run(audit).getAsJsonArray("results").asList();
    int fixes = 0;
    for (int i = 0; i < results.size(); i++) {
      JsonArray written = results.get(i).getAsJsonObject().getAsJsonArray("fixes");
      if (written != null) {
        Fix fix = audit.findings().get(i).fix().orElseThrow();
        JsonObject told = written.get(0).getAsJsonObject();
        assertThat(edits(told, audit)).containsExactlyInAnyOrderElementsOf(plain(fix));
        fixes++;
      }
    }
    assertThat(fixes).isGreaterThan(10);
  }

  /** What additions say of themselves to go together is for our own fixing alone. */
  private static List<TextEdit> plain(Fix fix) {
    return fix.edits().stream()
        .map(edit -> new TextEdit(edit.range(), edit.replacement()))
        .toList();
  }

  /** The edits of a fix as a reader of the report understands them. */
  private List<TextEdit> edits(JsonObject fix, Audit audit) {
    List<TextEdit> edits = new ArrayList<>();
    for (JsonElement element : fix.getAsJsonArray("artifactChanges")) {
      JsonObject change = element.getAsJsonObject();
      String uri = change.getAsJsonObject("artifactLocation").get("uri").getAsString();
      String path = URI.create(uri).getPath().substring(paths.prefix().length());
      Source source = audit.project().source(path).orElseThrow();
      for (JsonElement replacement : change.getAsJsonArray("replacements")) {
        edits.add(edit(replacement.getAsJsonObject(), source));
      }
    }
    return edits;
  }

  private static TextEdit edit(JsonObject replacement, Source source) {
    JsonObject region = replacement.getAsJsonObject("deletedRegion");
    int start = offset(region, "start", source);
    JsonObject inserted = replacement.getAsJsonObject("insertedContent");
    return source
        .range(start, offset(region, "end", source))
        .replaceWith(inserted == null ? "" : inserted.get("text").getAsString());
  }

  private static int offset(JsonObject region, String end, Source source) {
    return source.lineStart(region.get(end + "Line").getAsInt())
        + region.get(end + "Column").getAsInt()
        - 1;
  }

  @Test
  void whatAcceptsAFindingIsToldWithItsReason() {
    JsonObject result = result("DA1304", run(FormatSamples.shop()));
    JsonObject suppression = result.getAsJsonArray("suppressions").get(0).getAsJsonObject();
    assertThat(suppression.get("kind").getAsString()).isEqualTo("inSource");
    assertThat(suppression.get("justification").getAsString())
        .isEqualTo("\"sandboxed\" <by> the host & audited");
    assertThat(result("DA1103", run(FormatSamples.shop())).getAsJsonArray("suppressions"))
        .isEmpty();
  }

  @Test
  void aRuleThatBrokeDownIsToldWithoutWhatItSaid() {
    JsonObject run = run(FormatSamples.failed());
    JsonObject invocation = run.getAsJsonArray("invocations").get(0).getAsJsonObject();
    assertThat(invocation.get("executionSuccessful").getAsBoolean()).isFalse();
    assertThat(invocation.getAsJsonArray("toolExecutionNotifications").toString())
        .contains("broke down on Dockerfile with java.lang.IllegalStateException")
        .doesNotContain("tr0ub4dor");
  }

  @Test
  void aVersionThatIsNotSemanticIsNotCalledSo() {
    JsonObject report =
        JsonParser.parseString(report("unknown", FormatSamples.shop())).getAsJsonObject();
    assertThat(report.toString()).contains("\"version\":\"unknown\"").doesNotContain("semanticV");
  }

  private static List<String> locations(JsonObject run) {
    List<String> uris = new ArrayList<>();
    for (JsonElement result : run.getAsJsonArray("results")) {
      uris.add(
          result
              .getAsJsonObject()
              .getAsJsonArray("locations")
              .get(0)
              .getAsJsonObject()
              .getAsJsonObject("physicalLocation")
              .getAsJsonObject("artifactLocation")
              .get("uri")
              .getAsString());
    }
    return uris;
  }

  private static JsonObject result(String rule, JsonObject run) {
    for (JsonElement result : run.getAsJsonArray("results")) {
      if (result.getAsJsonObject().get("ruleId").getAsString().equals(rule)) {
        return result.getAsJsonObject();
      }
    }
    throw new AssertionError("no result of " + rule);
  }

  private JsonObject run(Audit audit) {
    return JsonParser.parseString(report(audit))
        .getAsJsonObject()
        .getAsJsonArray("runs")
        .get(0)
        .getAsJsonObject();
  }

  private String report(Audit audit) {
    return report("1.0.0-SNAPSHOT", audit);
  }

  private String report(String version, Audit audit) {
    StringBuilder out = new StringBuilder();
    try {
      new SarifReporter(version, paths).write(audit, out);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toString();
  }

  private static Set<ValidationMessage> problems(String report) {
    try (InputStream schema =
        SarifReporterTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema compiled = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
      return compiled.validate(report, InputFormat.JSON);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
