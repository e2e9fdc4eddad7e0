package io.github.dockeraudit.report;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.dockeraudit.audit.Baseline;
import io.github.dockeraudit.audit.Baseline.Entry;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Writes a baseline so that a difference of two of them can be read, with a line for each finding
 * and nothing that changes with the lines above it, and reads it again.
 */
public final class BaselineFile {

  private static final int VERSION = 1;

  /** The goal that writes a baseline reads the one that is there, too. */
  private static final String REMEDY =
      "restore it, or delete it and write it anew with docker-audit:baseline";

  private BaselineFile() {}

  /** The text of the file. */
  public static String write(Baseline baseline) {
    StringJoiner lines = new StringJoiner(",\n", "", baseline.entries().isEmpty() ? "" : "\n");
    baseline.entries().forEach(entry -> lines.add("    " + line(entry)));
    return "{\n  \"version\": %s,\n  \"findings\": [\n%s  ]\n}\n".formatted(VERSION, lines);
  }

  private static String line(Entry entry) {
    JsonObject line = new JsonObject();
    line.addProperty("file", entry.file());
    line.addProperty("rule", entry.rule());
    line.addProperty("name", entry.name());
    line.addProperty("severity", entry.severity().label());
    line.addProperty("context", entry.context());
    line.addProperty("content", entry.content());
    return new Gson().toJson(line);
  }

  /**
   * Reads a file.
   *
   * @param name what messages call it
   * @throws AuditException if it is no baseline, or one of a later version
   */
  public static Baseline read(String text, String name) {
    try {
      JsonObject root = JsonParser.parseString(text).getAsJsonObject();
      int version = root.get("version").getAsInt();
      if (version != VERSION) {
        throw new AuditException(
            "%s has the version %s, which this plugin does not know".formatted(name, version),
            "update the plugin");
      }
      List<Entry> entries = new ArrayList<>();
      for (JsonElement finding : root.get("findings").getAsJsonArray()) {
        entries.add(entry(finding.getAsJsonObject()));
      }
      return new Baseline(entries);
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException broken) {
      throw new AuditException(name + " is no baseline of docker-audit", REMEDY);
    }
  }

  private static Entry entry(JsonObject finding) {
    return new Entry(
        finding.get("file").getAsString(),
        finding.get("rule").getAsString(),
        finding.get("name").getAsString(),
        Severity.valueOf(finding.get("severity").getAsString().toUpperCase(Locale.ROOT)),
        finding.get("context").getAsString(),
        finding.get("content").getAsString());
  }
}
