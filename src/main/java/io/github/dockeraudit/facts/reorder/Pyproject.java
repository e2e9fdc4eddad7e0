package io.github.dockeraudit.facts.reorder;

/** What matters of a {@code pyproject.toml}. */
final class Pyproject {

  private static final String NAME = "pyproject.toml";

  private final Toml toml;

  private Pyproject(Toml toml) {
    this.toml = toml;
  }

  /** Reads it and takes it into account. */
  static Pyproject of(Install install) throws ObstacleException {
    install.wants(NAME);
    String text = install.read(NAME).text();
    Toml toml = new Toml(text);
    if (text.contains("file:") || toml.entries().stream().anyMatch(Pyproject::isLocal)) {
      throw new ObstacleException(NAME + " names a part of the project");
    }
    if (toml.strings("project", "dynamic").stream().anyMatch(key -> key.contains("dependencies"))) {
      throw new ObstacleException("the dependencies are worked out from the sources");
    }
    return new Pyproject(toml);
  }

  private static boolean isLocal(Toml.Entry entry) {
    boolean isAboutDependencies =
        entry.section().contains("dependencies") || entry.section().contains("sources");
    return isAboutDependencies
        && (entry.key().equals("path")
            || entry.inline("path").isPresent()
            || entry.value().replace(" ", "").contains("workspace=true"));
  }

  /** Whether something about the project is only known by building it. */
  boolean isDynamic() {
    return toml.count("project", "dynamic") > 0;
  }

  boolean hasSection(String name) {
    return toml.hasSection(name);
  }

  boolean isTrue(String section, String key) {
    return toml.says(section, key, "true");
  }

  boolean isFalse(String section, String key) {
    return toml.says(section, key, "false");
  }
}
