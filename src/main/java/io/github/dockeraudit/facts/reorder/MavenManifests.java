package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.shell.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Maven reads: the POMs of all modules, their parents and its own settings. The build stays
 * after the sources, and {@code dependency:go-offline} comes before them.
 */
final class MavenManifests {

  private static final String POM = "pom.xml";

  /**
   * Versions before 3 look for the other modules in the repository, and which one is used is up to
   * the version of Maven and to the POM.
   */
  private static final String OF_REACTOR =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:go-offline";

  private static final String OF_ONE = "dependency:go-offline";

  /** Flags that change neither which dependencies there are nor how they are fetched. */
  private static final Set<String> LEFT_OUT =
      Set.of("-o", "-fae", "-ff", "-fn", "--fail-at-end", "--fail-fast", "--fail-never", "-v");

  private static final Set<String> LEFT_OUT_WITH_VALUE =
      Set.of("-T", "--threads", "-rf", "--resume-from");

  private static final Set<String> WITH_VALUE =
      Set.of(
          "-s",
          "--settings",
          "-gs",
          "--global-settings",
          "-P",
          "--activate-profiles",
          "-f",
          "--file",
          "-pl",
          "--projects",
          "-D",
          "--define",
          "-t",
          "--toolchains");

  private final Install install;
  private final Map<String, Xml> poms = new TreeMap<>();

  private MavenManifests(Install install) {
    this.install = install;
  }

  static void describe(Install install) throws ObstacleException {
    new MavenManifests(install).describe();
  }

  private void describe() throws ObstacleException {
    List<Word> goals = install.command().operands();
    String named = name(install.command().name());
    Optional<Word> file = install.command().flagValue("-f", "--file");
    String root = file.isPresent() ? Install.literal(file) : POM;
    String pom = install.hasFolder(root) ? Paths.clean(root + "/" + POM) : root;
    takePom(pom);
    takeParents(pom);
    if (named.contains("/")) {
      install.wants(named);
    }
    install.wantsFolderIfThere(".mvn");
    install.wantsWhatIsNamed();
    if (!goals.stream().allMatch(goal -> goal.prefix().startsWith("dependency:"))) {
      install.isPreparedBy(fetch(named));
    }
    if (install.command().arguments().stream().anyMatch(word -> word.literal().isEmpty())) {
      install.mayNeedMore();
    }
  }

  private static String name(Optional<Word> word) throws ObstacleException {
    return Install.literal(word);
  }

  private void takePom(String path) throws ObstacleException {
    if (poms.containsKey(path)) {
      return;
    }
    install.wants(path);
    Xml pom = Xml.read(install.read(path));
    poms.put(path, pom);
    if (readsProject(pom)) {
      throw new ObstacleException("%s names jars of the project".formatted(path));
    }
    for (String module : pom.all("modules").flatMap(m -> m.all("module")).map(Xml::text).toList()) {
      takePom(modulePom(path, module));
    }
    List<String> ofProfiles =
        pom.all("profiles")
            .flatMap(profiles -> profiles.all("profile"))
            .flatMap(profile -> profile.all("modules"))
            .flatMap(modules -> modules.all("module"))
            .map(Xml::text)
            .toList();
    for (String module : ofProfiles) {
      String modulePom = modulePom(path, module);
      if (install.has(modulePom)) {
        takePom(modulePom);
      }
    }
  }

  private static boolean readsProject(Xml pom) {
    boolean hasOwnJar =
        dependencies(pom)
            .filter(dependency -> dependency.textOf("scope").equals("system"))
            .anyMatch(dependency -> !dependency.textOf("systemPath").contains("java.home"));
    return hasOwnJar
        || Stream.concat(pom.anywhere("repository"), pom.anywhere("pluginRepository"))
            .anyMatch(repository -> repository.textOf("url").startsWith("file:"));
  }

  private String modulePom(String path, String module) {
    String named = Paths.clean(Paths.parent(path) + "/" + module);
    return install.has(named) ? named : Paths.child(named, POM);
  }

  /** A parent that is not among the modules; what is not in the image comes from a repository. */
  private void takeParents(String path) throws ObstacleException {
    Optional<Xml> parent = poms.get(path).first("parent");
    if (parent.isEmpty()) {
      return;
    }
    String relative = parent.get().first("relativePath").map(Xml::text).orElse("../" + POM);
    if (relative.isEmpty()) {
      return;
    }
    String named = Paths.clean(Paths.parent(path) + "/" + relative);
    String parentPom = install.has(named) ? named : Paths.clean(named + "/" + POM);
    if (install.has(parentPom) && !poms.containsKey(parentPom)) {
      takePom(parentPom);
      takeParents(parentPom);
    }
  }

  private String fetch(String program) throws ObstacleException {
    List<String> words = new ArrayList<>(List.of(program));
    if (!install.command().hasFlag("-B", "--batch-mode")) {
      words.add("-B");
    }
    words.addAll(keptFlags());
    words.add(isReactor() ? OF_REACTOR : OF_ONE);
    return String.join(" ", words);
  }

  private List<String> keptFlags() {
    List<String> kept = new ArrayList<>();
    List<Word> arguments = install.command().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String flag = arguments.get(i).prefix();
      boolean takesNext = i + 1 < arguments.size();
      if (LEFT_OUT_WITH_VALUE.contains(flag)) {
        i++;
      } else if (WITH_VALUE.contains(flag) && takesNext) {
        kept.add(arguments.get(i).raw() + " " + arguments.get(++i).raw());
      } else if (flag.startsWith("-") && isKept(flag)) {
        kept.add(arguments.get(i).raw());
      }
    }
    return kept;
  }

  private static boolean isKept(String flag) {
    boolean skips =
        flag.startsWith("-D") && flag.toLowerCase(java.util.Locale.ROOT).contains("skip");
    return !LEFT_OUT.contains(flag) && !flag.startsWith("-T") && !skips;
  }

  /** Whether modules depend on each other. What they fetch then is less certain. */
  private boolean isReactor() throws ObstacleException {
    Set<String> own = new HashSet<>();
    poms.values().forEach(pom -> own.add(pom.textOf("artifactId")));
    for (Map.Entry<String, Xml> pom : poms.entrySet()) {
      boolean buildsItself =
          pom.getValue()
              .anywhere("plugin")
              .anyMatch(plugin -> own.contains(plugin.textOf("artifactId")));
      if (buildsItself) {
        throw new ObstacleException("%s uses a plugin of the project".formatted(pom.getKey()));
      }
      if (dependencies(pom.getValue()).anyMatch(one -> isUnusual(one, own))) {
        install.mayNeedMore();
      }
    }
    return poms.size() > 1;
  }

  private static Stream<Xml> dependencies(Xml pom) {
    return pom.anywhere("dependency");
  }

  private static boolean isUnusual(Xml dependency, Set<String> own) {
    return own.contains(dependency.textOf("artifactId"))
        && (dependency.first("classifier").isPresent() || dependency.first("type").isPresent());
  }
}
