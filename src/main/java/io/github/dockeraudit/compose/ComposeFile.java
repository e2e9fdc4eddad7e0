package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.Yaml;
import java.util.List;

/** One compose file as it is written, before anything is merged or filled in. */
public final class ComposeFile {

  /** The names of the base file that compose looks for in a folder; the first one found wins. */
  public static final List<String> BASE_NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

  /**
   * The names of the override that compose merges over the base file of the same folder, whatever
   * that one is called; the first one found wins.
   */
  public static final List<String> OVERRIDE_NAMES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private final Source source;
  private final Yaml yaml;

  private ComposeFile(Source source, Yaml yaml) {
    this.source = source;
    this.yaml = yaml;
  }

  /** Reads a file of any content. */
  public static ComposeFile parse(Source source) {
    return new ComposeFile(source, Yaml.parse(source));
  }

  /** Whether compose looks for a file of this name by itself. */
  public static boolean isFoundByCompose(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return BASE_NAMES.contains(name) || OVERRIDE_NAMES.contains(name);
  }

  /** The file. */
  public Source source() {
    return source;
  }

  /** The content as it is written. */
  public Yaml yaml() {
    return yaml;
  }

  @Override
  public String toString() {
    return source.path();
  }
}
