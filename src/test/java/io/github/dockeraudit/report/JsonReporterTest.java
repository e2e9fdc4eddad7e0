package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JsonReporterTest {

  private static final Path SAMPLE = Path.of("src", "it", "sample-service");

  @Test
  void theReportOfTheSampleIsValidByItsSchema() throws IOException {
    String report = report(sample());
    try (InputStream schema = JsonReporter.class.getResourceAsStream("audit-1.schema.json")) {
      JsonSchema compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
      assertThat(compiled.validate(report, InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void theSchemaRefusesWhatIsNoReport() throws IOException {
    try (InputStream schema = JsonReporter.class.getResourceAsStream("audit-1.schema.json")) {
      JsonSchema compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
      assertThat(compiled.validate("{\"schemaVersion\": \"2.0\"}", InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void theSameAuditGivesTheSameBytes() throws IOException {
    assertThat(report(sample())).isEqualTo(report(sample()));
  }

  @Test
  void theSummaryCountsWhatIsListed() throws IOException {
    Audit audit = sample();
    JsonObject report = JsonParser.parseString(report(audit)).getAsJsonObject();
    JsonObject summary = report.getAsJsonObject("summary");
    int counted =
        summary.get("errors").getAsInt()
            + summary.get("warnings").getAsInt()
            + summary.get("infos").getAsInt();
    assertThat(counted).isEqualTo(report.getAsJsonArray("findings").size()).isPositive();
    assertThat(summary.get("files").getAsInt()).isEqualTo(2);
  }

  private static Audit sample() {
    return new Auditor(Ruleset.load(Rule.class.getClassLoader()))
        .audit(Discovery.of(SAMPLE).today(LocalDate.of(2026, 11, 22)).discover());
  }

  private static String report(Audit audit) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonReporter("1.0.0").write(audit, out);
    return out.toString();
  }
}
