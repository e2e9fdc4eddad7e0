package io.github.dockeraudit.facts.reorder;

import java.util.ArrayList;
import java.util.List;

/** What little matters of a {@code pyproject.toml}, by its lines. */
final class Pyproject {

  private static final String NAME = "pyproject.toml";

  /** The name of the section, the key and what stands after the equals sign. */
  private record Entry(String section, String key, String value) {}

  private final List<String> sections = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  private Pyproject(String text) {
    String section = "";
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[") && line.contains("]") && line.indexOf('=') < 0) {
        section = line.substring(0, line.indexOf(']')).replace("[", "").replace("\"", "").strip();
        sections.add(section);
      } else if (line.indexOf('=') > 0 && !line.startsWith("#")) {
        int equals = line.indexOf('=');
        entries.add(
            new Entry(
                section, line.substring(0, equals).strip(), line.substring(equals + 1).strip()));
      }
    }
  }

  /** Reads it and takes it into account. */
  static Pyproject of(Install install) throws ObstacleException {
    install.wants(NAME);
    String text = install.read(NAME).text();
    Pyproject project = new Pyproject(text);
    if (text.contains("file:") || project.entries.stream().anyMatch(Pyproject::isLocal)) {
      throw new ObstacleException(NAME + " names a part of the project");
    }
    boolean isDynamic =
        project.entries.stream()
            .anyMatch(
                entry ->
                    entry.section.equals("project")
                        && entry.key.equals("dynamic")
                        && (entry.value.contains("dependencies") || !entry.value.contains("]")));
    if (isDynamic) {
      throw new ObstacleException("the dependencies are worked out from the sources");
    }
    return project;
  }

  private static boolean isLocal(Entry entry) {
    boolean isAboutDependencies =
        entry.section.contains("dependencies") || entry.section.contains("sources");
    String value = entry.value.replace(" ", "");
    return isAboutDependencies
        && (entry.key.equals("path")
            || value.contains("{path=")
            || value.contains(",path=")
            || value.contains("workspace=true"));
  }

  /** Whether something about the project is only known by building it. */
  boolean isDynamic() {
    return entries.stream()
        .anyMatch(entry -> entry.section.equals("project") && entry.key.equals("dynamic"));
  }

  boolean hasSection(String name) {
    return sections.contains(name);
  }

  boolean isTrue(String section, String key) {
    return has(section, key, "true");
  }

  boolean isFalse(String section, String key) {
    return has(section, key, "false");
  }

  private boolean has(String section, String key, String value) {
    return entries.stream()
        .anyMatch(
            entry ->
                entry.section.equals(section)
                    && entry.key.equals(key)
                    && entry.value.startsWith(value));
  }
}
