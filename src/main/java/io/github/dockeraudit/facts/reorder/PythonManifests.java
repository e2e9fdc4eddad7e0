package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.Set;

/** What pip, pipenv, poetry, uv and pdm read. */
final class PythonManifests {

  private static final Set<String> REMOTE_SCHEMES = Set.of("http://", "https://", "git+", "ssh://");

  private PythonManifests() {}

  static void describe(Install install) throws ObstacleException {
    switch (install.program()) {
      case "pipenv" -> describePipenv(install);
      case "poetry" -> describePoetry(install);
      case "uv" -> describeUv(install);
      case "pdm" -> describePdm(install);
      default -> describePip(install);
    }
  }

  private static void describePip(Install install) throws ObstacleException {
    List<Word> words = install.command().arguments();
    for (int i = 0; i < words.size(); i++) {
      String flag = words.get(i).prefix();
      if (flag.equals("-r")
          || flag.equals("--requirement")
          || flag.equals("-c")
          || flag.equals("--constraint")) {
        Word file = i + 1 < words.size() ? words.get(i + 1) : words.get(i);
        new Requirements(install).take(literal(file));
      } else if (flag.startsWith("--requirement=") || flag.startsWith("--constraint=")) {
        String text = literal(words.get(i));
        new Requirements(install).take(text.substring(text.indexOf('=') + 1));
      } else if (flag.startsWith("-r") || flag.startsWith("-c") && !flag.startsWith("--")) {
        new Requirements(install).take(literal(words.get(i)).substring(2));
      }
    }
    if (install.command().hasFlag("-t", "--target", "--prefix", "--root", "--src")) {
      makesFolder(install, "-t", "--target", "--prefix", "--root", "--src");
    }
    makesItsEnvironment(install);
    install.wantsWhatIsNamed();
  }

  private static String literal(Word word) throws ObstacleException {
    return word.literal()
        .orElseThrow(
            () -> new ObstacleException("a path in the command is known only by the build"));
  }

  private static void makesFolder(Install install, String... flags) throws ObstacleException {
    String folder = Install.literal(install.command().flagValue(flags));
    if (install.resolve(folder).equals(install.folder()) || install.hasFolder(folder)) {
      throw new ObstacleException("it installs into a folder of the sources");
    }
    install.makes(folder);
  }

  /** {@code venv/bin/pip} installs into {@code venv}. */
  private static void makesItsEnvironment(Install install) {
    String program = install.command().name().map(Word::prefix).orElse("");
    int bin = program.lastIndexOf("/bin/");
    if (bin > 0) {
      install.makes(program.substring(0, bin));
    }
  }

  private static void describePipenv(Install install) throws ObstacleException {
    install.wants("Pipfile");
    install.wantsIfThere("Pipfile.lock");
    for (String line : install.read("Pipfile").text().lines().toList()) {
      String spaceless = line.replace(" ", "");
      if (spaceless.contains("path=") || spaceless.contains("file=")) {
        throw new ObstacleException("Pipfile names a part of the project");
      }
    }
    if (install.hasVariable("PIPENV_VENV_IN_PROJECT")) {
      install.makes(".venv");
    }
  }

  private static void describePoetry(Install install) throws ObstacleException {
    install.followFlag("-C", "--project", "--directory");
    Pyproject project = Pyproject.of(install);
    install.wantsIfThere("poetry.lock", "poetry.toml");
    boolean isInProject =
        install.has("poetry.toml") && install.read("poetry.toml").text().contains("in-project")
            || install.hasVariable("POETRY_VIRTUALENVS_IN_PROJECT");
    if (isInProject) {
      install.makes(".venv");
    }
    if (!install.command().hasFlag("--no-root")
        && !project.isFalse("tool.poetry", "package-mode")) {
      install.isPreparedBy(install.command().raw() + " --no-root");
    }
  }

  private static void describeUv(Install install) throws ObstacleException {
    install.followFlag("--directory", "--project");
    Pyproject project = Pyproject.of(install);
    if (project.hasSection("tool.uv.workspace")) {
      throw new ObstacleException("the project has a workspace");
    }
    install.wantsIfThere("uv.lock", "uv.toml", ".python-version");
    if (!install.hasVariable("UV_PROJECT_ENVIRONMENT")) {
      install.makes(".venv");
    }
    if (project.isDynamic() && !install.command().hasFlag("--frozen")) {
      install.mayNeedMore();
    }
    boolean isPackage =
        project.hasSection("build-system") && !project.isFalse("tool.uv", "package")
            || project.isTrue("tool.uv", "package");
    if (isPackage && !install.command().hasFlag("--no-install-project")) {
      install.isPreparedBy(install.command().raw() + " --no-install-project");
    }
  }

  private static void describePdm(Install install) throws ObstacleException {
    install.followFlag("-p", "--project");
    Pyproject.of(install);
    install.wantsIfThere("pdm.lock", "pdm.toml", ".python-version");
    install.makes(".venv");
    if (!install.command().hasFlag("--no-self")) {
      install.isPreparedBy(install.command().raw() + " --no-self");
    }
  }

  /** The files of requirements that pip reads. */
  private static final class Requirements {

    private static final Set<String> HARMLESS =
        Set.of(
            "-i",
            "--index-url",
            "--extra-index-url",
            "--no-index",
            "--no-binary",
            "--only-binary",
            "--prefer-binary",
            "--pre",
            "--require-hashes",
            "--trusted-host",
            "--use-feature");

    private final Install install;

    Requirements(Install install) {
      this.install = install;
    }

    void take(String path) throws ObstacleException {
      if (path.contains("://")) {
        return;
      }
      if (install.isWanted(path)) {
        return;
      }
      install.wants(path);
      String joined = install.read(path).text().replace("\\\r\n", " ").replace("\\\n", " ");
      for (String line : joined.lines().toList()) {
        takeLine(withoutComment(line).strip(), path);
      }
    }

    private static String withoutComment(String line) {
      int hash = line.startsWith("#") ? 0 : line.indexOf(" #");
      int tab = line.indexOf("\t#");
      int end = hash < 0 ? tab : hash;
      return end < 0 ? line : line.substring(0, end);
    }

    private void takeLine(String line, String path) throws ObstacleException {
      if (line.isEmpty()) {
        return;
      }
      if (!line.startsWith("-")) {
        refuseLocal(line, path);
        return;
      }
      String[] parts = line.split("[ \t=]+", 2);
      String value = parts.length > 1 ? parts[1].strip() : "";
      switch (parts[0]) {
        case "-r", "--requirement", "-c", "--constraint" -> take(beside(path, value));
        case "-f", "--find-links" -> {
          if (!value.contains("://")) {
            throw new ObstacleException("%s finds packages in the project".formatted(path));
          }
        }
        default -> {
          if (!HARMLESS.contains(parts[0])) {
            throw new ObstacleException("%s says '%s'".formatted(path, parts[0]));
          }
        }
      }
    }

    private static String beside(String path, String other) {
      return other.startsWith("/") || other.contains("://")
          ? other
          : Paths.clean(Paths.parent(path) + "/" + other);
    }

    private static void refuseLocal(String line, String path) throws ObstacleException {
      String requirement = line.split(";", 2)[0].split(" --", 2)[0].strip();
      int at = requirement.indexOf('@');
      String place = at < 0 ? requirement : requirement.substring(at + 1).strip();
      boolean isRemote = REMOTE_SCHEMES.stream().anyMatch(requirement::contains);
      boolean isLocal =
          requirement.startsWith(".")
              || requirement.startsWith("/")
              || requirement.contains("file:")
              || place.indexOf('/') >= 0
              || place.endsWith(".whl")
              || place.endsWith(".gz")
              || place.endsWith(".zip");
      if (isLocal && !isRemote) {
        throw new ObstacleException(
            "'%s' in %s is a part of the project".formatted(requirement, path));
      }
    }
  }
}
