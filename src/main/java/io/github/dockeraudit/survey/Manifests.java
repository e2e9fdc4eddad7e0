package io.github.dockeraudit.survey;

import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.project.Paths;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells files that name dependencies, and those that go with them, from sources. */
final class Manifests {

  private static final Set<String> NAMES =
      Set.of(
          ".mvn",
          ".npmrc",
          ".yarn",
          ".yarnrc",
          ".yarnrc.yml",
          "Cargo.lock",
          "Cargo.toml",
          "Gemfile",
          "Gemfile.lock",
          "Pipfile",
          "Pipfile.lock",
          "bun.lock",
          "bun.lockb",
          "composer.json",
          "composer.lock",
          "constraints.txt",
          "go.mod",
          "go.sum",
          "gradle",
          "gradle.properties",
          "gradlew",
          "mvnw",
          "npm-shrinkwrap.json",
          "package-lock.json",
          "package.json",
          "packages.lock.json",
          "pdm.lock",
          "pnpm-lock.yaml",
          "pnpm-workspace.yaml",
          "poetry.lock",
          "pom.xml",
          "prisma",
          "pyproject.toml",
          "setup.cfg",
          "uv.lock",
          "yarn.lock");

  private static final Pattern PATTERNS =
      Pattern.compile(
          "package.*\\.json|requirements.*\\.txt|.*-requirements\\.txt|Gemfile\\*|go\\.\\*"
              + "|(build|settings)\\.gradle(\\.kts)?|\\*\\.gradle(\\.kts)?|.*\\.(cs|fs|vb)proj"
              + "|.*\\.sln|composer\\.\\*|Cargo\\.\\*|poetry\\.lock\\*|yarn\\.lock\\*|pnpm-.*\\.yaml\\*?"
              + "|libs\\.versions\\.toml|package-lock\\.json\\*|uv\\.lock\\*|Pipfile.*");

  private Manifests() {}

  /** Whether a source of a COPY is a manifest by its name; false when in doubt. */
  static boolean isManifest(Word source) {
    String name = Paths.name(source.text().replaceFirst("/+$", ""));
    return NAMES.contains(name) || PATTERNS.matcher(name).matches();
  }
}
