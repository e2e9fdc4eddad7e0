package io.github.dockeraudit.facts.reorder;

import java.util.List;
import java.util.Set;

/** What {@code bundle install} reads. */
final class RubyManifests {

  private static final String GEMFILE = "Gemfile";

  /** Words of a Gemfile that are followed by a file of the project, or by any program. */
  private static final Set<String> LOCAL =
      Set.of(
          "gemspec",
          "path",
          "path:",
          "eval_gemfile",
          "instance_eval",
          "load",
          "require",
          "require_relative",
          "Dir",
          "File",
          "IO",
          "plugin");

  private RubyManifests() {}

  static void describe(Install install) throws ObstacleException {
    if (install.command().hasFlag("--gemfile") || install.hasVariable("BUNDLE_GEMFILE")) {
      throw new ObstacleException("the Gemfile has another name");
    }
    install.wants(GEMFILE);
    install.wantsIfThere("Gemfile.lock", ".bundle/config");
    for (String line : install.read(GEMFILE).text().lines().toList()) {
      take(install, withoutComment(line));
    }
    makes(install);
  }

  /** What is not installed for the whole image goes into the folder of the sources. */
  private static void makes(Install install) throws ObstacleException {
    if (install.command().hasFlag("--path")) {
      String folder = Install.literal(install.command().flagValue("--path"));
      if (install.hasFolder(folder)) {
        throw new ObstacleException("it installs into a folder of the sources");
      }
      install.makes(folder);
    } else if (install.command().hasFlag("--deployment")
        || install.hasVariable("BUNDLE_DEPLOYMENT")
        || install.has(".bundle/config")) {
      install.makes("vendor/bundle");
    }
  }

  private static void take(Install install, String line) throws ObstacleException {
    String stripped = line.strip();
    if (stripped.startsWith("ruby ")) {
      install.wantsIfThere(".ruby-version", ".tool-versions");
      return;
    }
    for (String word : words(stripped)) {
      if (LOCAL.contains(word)) {
        throw new ObstacleException("the Gemfile says '%s'".formatted(word));
      }
    }
  }

  private static List<String> words(String line) {
    return List.of(
        line.replace("=>", " ")
            .replace("(", " ")
            .replace(".", " ")
            .replace(",", " ")
            .replace(":path", "path")
            .strip()
            .split("\\s+"));
  }

  private static String withoutComment(String line) {
    int hash = line.indexOf('#');
    boolean isInterpolation = hash >= 0 && line.startsWith("#{", hash);
    return hash < 0 || isInterpolation ? line : line.substring(0, hash);
  }
}
