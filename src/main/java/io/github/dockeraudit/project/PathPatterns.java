package io.github.dockeraudit.project;

import io.github.dockeraudit.source.Source;
import java.util.List;

/**
 * Patterns for files, as in an ignore file: {@code samples/**}, {@code **}{@code /*.dev.yml}, and
 * {@code !samples/kept} for what they shall not cover after all. They may be relative to another
 * folder than the paths that they are asked about.
 */
public final class PathPatterns {

  private final IgnoreFile file;
  private final String place;

  private PathPatterns(IgnoreFile file, String place) {
    this.file = file;
    this.place = place;
  }

  /**
   * Reads patterns.
   *
   * @param setting what messages call them
   * @param place the folder of the paths as seen from that of the patterns: empty for the same, or
   *     with a slash at its end
   * @throws AuditException if one is no pattern
   */
  public static PathPatterns of(String setting, List<String> patterns, String place) {
    IgnoreFile file = IgnoreFile.parse(Source.of(setting, String.join("\n", patterns)));
    file.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new AuditException(
                  "'%s' in %s is no pattern".formatted(problem.range().text(), setting),
                  problem.message());
            });
    return new PathPatterns(file, place);
  }

  /** Whether they cover a file, or a folder that it lies in. */
  public boolean cover(String path) {
    return file.excludes(place + path);
  }

  /** Whether one of them is for this very path; folders above it are not looked at. */
  boolean name(String path) {
    return file.patterns().stream().anyMatch(pattern -> pattern.matches(place + path));
  }
}
