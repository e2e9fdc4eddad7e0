package io.github.dockeraudit.project;

import io.github.dockeraudit.compose.ComposeFile;
import java.util.Locale;
import java.util.Set;

/** What a file is by its name alone. */
final class FileNames {

  /** Endings of texts about Dockerfiles, of copies and of what editors leave behind. */
  private static final Set<String> NO_DOCKERFILE =
      Set.of(
          "dockerignore",
          "containerignore",
          "md",
          "markdown",
          "txt",
          "adoc",
          "asciidoc",
          "rst",
          "html",
          "htm",
          "bak",
          "backup",
          "orig",
          "old",
          "save",
          "swp",
          "swo",
          "rej",
          "tmp",
          "log",
          "diff",
          "patch",
          "json",
          "yml",
          "yaml",
          "xml",
          "toml",
          "lock",
          "sha256",
          "asc",
          "sig",
          "svg",
          "png",
          "pdf",
          "zip",
          "gz",
          "tar",
          "class",
          "pyc");

  /** Endings of texts that some tool makes Dockerfiles of. */
  private static final Set<String> TEMPLATE =
      Set.of(
          "j2",
          "jinja",
          "jinja2",
          "tmpl",
          "gotmpl",
          "tpl",
          "template",
          "in",
          "erb",
          "ejs",
          "eex",
          "mustache",
          "hbs",
          "handlebars",
          "ftl",
          "vm",
          "m4",
          "liquid",
          "twig",
          "envsubst",
          "jsonnet");

  /** Endings of programs, and also of Dockerfiles for what is written in that language. */
  private static final Set<String> PROGRAM =
      Set.of(
          "java",
          "kt",
          "kts",
          "scala",
          "groovy",
          "gradle",
          "go",
          "py",
          "rb",
          "js",
          "mjs",
          "ts",
          "php",
          "rs",
          "c",
          "cc",
          "cpp",
          "h",
          "cs",
          "fs",
          "swift",
          "pl",
          "lua",
          "sh",
          "bash",
          "ps1",
          "bat",
          "cmd",
          "tf",
          "hcl",
          "nix",
          "properties",
          "expected");

  private static final Set<String> ENV_EXAMPLES = Set.of("env.example", "env.sample", "env.dist");

  private FileNames() {}

  /** Whether a file of that name is a Dockerfile or could be one. */
  static boolean isDockerfile(String name) {
    return hasDockerfileName(name)
        && !NO_DOCKERFILE.contains(ending(name))
        && !isTemplate(name)
        && !name.endsWith("~")
        && !name.startsWith(".")
        && !name.startsWith("#");
  }

  /** Whether only its content tells a Dockerfile of that name from a program. */
  static boolean mayBeProgram(String name) {
    return PROGRAM.contains(ending(name));
  }

  /** Whether a file of that name is made into a Dockerfile before it is used. */
  static boolean isDockerfileTemplate(String name) {
    return hasDockerfileName(name) && isTemplate(name);
  }

  /**
   * Whether Docker itself looks for a file of that name, so that a folder called so is in the way.
   */
  static boolean isUnmistakable(String name) {
    return name.equals("Dockerfile") || name.equals("Containerfile") || isFoundByCompose(name);
  }

  private static boolean hasDockerfileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return isOrBegins(lower, "dockerfile")
        || isOrBegins(lower, "containerfile")
        || lower.endsWith(".dockerfile")
        || lower.endsWith(".containerfile")
        || name.endsWith("Dockerfile")
        || name.endsWith("Containerfile");
  }

  private static boolean isTemplate(String name) {
    return TEMPLATE.contains(ending(name));
  }

  /** What stands behind the last dot, dash or underscore, in lower case. */
  private static String ending(String name) {
    int start = name.length();
    while (start > 0 && ".-_".indexOf(name.charAt(start - 1)) < 0) {
      start--;
    }
    return start == 0 ? "" : name.substring(start).toLowerCase(Locale.ROOT);
  }

  /** Whether compose would find a file of that name by itself. */
  static boolean isFoundByCompose(String name) {
    return ComposeFile.isFoundByCompose(name);
  }

  /** Whether a file of that name is a compose file or could be one. */
  static boolean isCompose(String name) {
    if (!isYaml(name)) {
      return false;
    }
    String stem = name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    if (stem.endsWith(".override")) {
      stem = stem.substring(0, stem.length() - ".override".length());
    }
    return isOrBegins(stem, "compose")
        || isOrBegins(stem, "docker-compose")
        || isOrBegins(stem, "docker-stack")
        || stem.endsWith("-compose")
        || stem.endsWith("_compose")
        || stem.endsWith(".compose");
  }

  /** Whether YAML files in a folder of that name are likely to be compose files. */
  static boolean isComposeFolder(String name) {
    return name.equals("docker") || name.equals("docker-compose") || name.equals("compose");
  }

  /** Whether the name is that of a YAML file. */
  static boolean isYaml(String name) {
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  /** Whether a file of that name sets variables: {@code .env} and its kin. */
  static boolean isEnv(String name) {
    return name.equals(".env")
        || name.startsWith(".env.")
        || name.endsWith(".env")
        || ENV_EXAMPLES.contains(name);
  }

  /** Whether a file of that name is a shell script. */
  static boolean isScript(String name) {
    return name.endsWith(".sh")
        || name.endsWith(".bash")
        || name.contains("entrypoint") && name.indexOf('.') < 0;
  }

  private static boolean isOrBegins(String name, String word) {
    return name.startsWith(word)
        && (name.length() == word.length() || ".-_".indexOf(name.charAt(word.length())) >= 0);
  }
}
