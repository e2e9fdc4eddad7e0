package io.github.dockeraudit.report;

import com.google.gson.stream.JsonWriter;
import io.github.dockeraudit.source.Position;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes where something is, as SARIF says it. */
final class SarifPlaces {

  /** The name of the root of the repository. */
  static final String BASE = "SRCROOT";

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private final RepositoryPaths paths;

  SarifPlaces(RepositoryPaths paths) {
    this.paths = paths;
  }

  void writeLocation(SourceRange range, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("physicalLocation").beginObject();
    json.name("artifactLocation");
    writeFile(range.source(), json);
    json.name("region");
    writeRegion(range, json);
    json.endObject();
    json.endObject();
  }

  void writeFile(Source source, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("uri").value(encoded(paths.of(source)));
    json.name("uriBaseId").value(BASE);
    json.endObject();
  }

  void writeRegion(SourceRange range, JsonWriter json) throws IOException {
    Position from = range.from();
    Position to = range.to();
    json.beginObject();
    json.name("startLine").value(from.line());
    json.name("startColumn").value(from.column());
    json.name("endLine").value(to.line());
    json.name("endColumn").value(to.column());
    json.endObject();
  }

  /** A path as a relative URI. */
  static String encoded(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(octet) >= 0) {
        uri.append((char) octet);
      } else {
        uri.append('%');
        uri.append(Character.toUpperCase(Character.forDigit(octet >> 4 & 15, 16)));
        uri.append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
      }
    }
    return uri.toString();
  }
}
