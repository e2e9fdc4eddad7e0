package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Audit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitlabReporterTest {

  /** As GitLab's documentation demands it of each entry. */
  @Test
  void eachEntryHasWhatGitlabReads() throws IOException {
    for (JsonObject entry : entries("services/shop/")) {
      assertThat(entry.keySet())
          .contains("description", "check_name", "fingerprint", "severity", "location");
      assertThat(entry.get("severity").getAsString())
          .isIn("info", "minor", "major", "critical", "blocker");
      JsonObject location = entry.getAsJsonObject("location");
      assertThat(location.get("path").getAsString()).startsWith("services/shop/");
      JsonObject lines = location.getAsJsonObject("lines");
      assertThat(lines.get("begin").getAsInt()).isBetween(1, lines.get("end").getAsInt());
    }
  }

  @Test
  void noTwoEntriesOfTheReportsOfTwoModulesAreTakenForOne() throws IOException {
    List<JsonObject> all = new ArrayList<>(entries("one/"));
    all.addAll(entries("two/"));
    assertThat(all)
        .extracting(entry -> entry.get("fingerprint").getAsString())
        .hasSizeGreaterThan(40)
        .doesNotHaveDuplicates();
  }

  private static List<JsonObject> entries(String prefix) throws IOException {
    Audit audit = FormatSamples.acceptance().get(0);
    StringBuilder report = new StringBuilder();
    new GitlabReporter(new RepositoryPaths(prefix)).write(audit, report);
    return JsonParser.parseString(report.toString()).getAsJsonArray().asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
