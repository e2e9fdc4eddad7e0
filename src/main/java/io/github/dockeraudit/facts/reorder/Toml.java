package io.github.dockeraudit.facts.reorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sections and keys of a TOML file, by its lines. Of a value over several lines all lines are
 * taken together as long as its brackets are open; a line that is no entry says nothing.
 */
final class Toml {

  private final List<String> sections = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * One key with its value.
   *
   * @param section the name of the section, without brackets and quotes; empty at the top
   * @param value what stands after the equals sign
   */
  record Entry(String section, String key, String value) {

    /** The value if it is a string. */
    Optional<String> string() {
      return strings(value).stream().findFirst();
    }

    /** The string of a key inside an inline table. */
    Optional<String> inline(String inner) {
      String spaceless = value.replace(" ", "");
      int at = Math.max(spaceless.indexOf("{" + inner + "="), spaceless.indexOf("," + inner + "="));
      return at < 0 ? Optional.empty() : strings(spaceless.substring(at)).stream().findFirst();
    }
  }

  Toml(String text) {
    String section = "";
    List<String> lines = text.lines().map(Toml::withoutComment).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int equals = line.indexOf('=');
      if (line.startsWith("[") && equals < 0) {
        section = line.replace("[", "").replace("]", "").replace("\"", "").strip();
        sections.add(section);
      } else if (equals > 0) {
        StringBuilder value = new StringBuilder(line.substring(equals + 1).strip());
        while (isOpen(value) && i + 1 < lines.size()) {
          value.append(' ').append(lines.get(++i));
        }
        String key = line.substring(0, equals).strip().replace("\"", "");
        entries.add(new Entry(section, key, value.toString()));
      }
    }
  }

  private static String withoutComment(String line) {
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      isQuoted ^= c == '"';
      if (c == '#' && !isQuoted) {
        return line.substring(0, i).strip();
      }
    }
    return line.strip();
  }

  private static boolean isOpen(CharSequence value) {
    return value.chars().filter(c -> c == '[').count()
        > value.chars().filter(c -> c == ']').count();
  }

  private static List<String> strings(String text) {
    List<String> strings = new ArrayList<>();
    String[] parts = text.replace('\'', '"').split("\"", -1);
    for (int i = 1; i < parts.length; i += 2) {
      strings.add(parts[i]);
    }
    return strings;
  }

  List<String> sections() {
    return sections;
  }

  List<Entry> entries() {
    return entries;
  }

  boolean hasSection(String name) {
    return sections.contains(name);
  }

  /** How many sections have that name, as those in double brackets may. */
  long count(String section) {
    return sections.stream().filter(section::equals).count();
  }

  /** How often a key stands in the sections of that name. */
  long count(String section, String key) {
    return entries.stream().filter(e -> e.section.equals(section) && e.key.equals(key)).count();
  }

  /** The strings of a list; empty without that key. */
  List<String> strings(String section, String key) {
    return entries.stream()
        .filter(entry -> entry.section.equals(section) && entry.key.equals(key))
        .flatMap(entry -> strings(entry.value).stream())
        .toList();
  }

  /** Whether a key has just that value. */
  boolean says(String section, String key, String value) {
    return entries.stream()
        .anyMatch(e -> e.section.equals(section) && e.key.equals(key) && e.value.equals(value));
  }
}
