package io.github.dockeraudit.facts;

import static io.github.dockeraudit.facts.DependencyInstall.Ecosystem.DOTNET;
import static io.github.dockeraudit.facts.DependencyInstall.Ecosystem.GO;
import static io.github.dockeraudit.facts.DependencyInstall.Ecosystem.GRADLE;
import static io.github.dockeraudit.facts.DependencyInstall.Ecosystem.MAVEN;
import static io.github.dockeraudit.facts.DependencyInstall.Ecosystem.NODE;
import static io.github.dockeraudit.facts.DependencyInstall.Ecosystem.PHP;
import static io.github.dockeraudit.facts.DependencyInstall.Ecosystem.PYTHON;
import static io.github.dockeraudit.facts.DependencyInstall.Ecosystem.RUBY;
import static io.github.dockeraudit.facts.DependencyInstall.Ecosystem.RUST;

import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A command that fetches the dependencies of a project, such as {@code npm ci}, and needs no more
 * of its files for that than the manifests that name them.
 *
 * @param ecosystem whose packages are fetched
 * @param command the command, seen through {@code sudo}, {@code env} and such
 */
public record DependencyInstall(Ecosystem ecosystem, SimpleCommand command) implements Located {

  /** Whose packages are fetched. */
  public enum Ecosystem {
    NODE,
    PYTHON,
    MAVEN,
    GRADLE,
    GO,
    RUST,
    RUBY,
    PHP,
    DOTNET
  }

  /** What one program fetches, by which file, and with which arguments. */
  private record Fetcher(Ecosystem ecosystem, String manifest, Predicate<SimpleCommand> fetches) {}

  private static final Fact<Script, List<DependencyInstall>> OF_SCRIPT =
      Fact.of(DependencyInstall::find);

  private static final Map<String, Fetcher> BY_PROGRAM = new HashMap<>();

  /** Goals and tasks that build nothing, and so fetch nothing that the build needs. */
  private static final Set<String> JAVA_CHORES =
      Set.of("clean", "help", "init", "projects", "tasks", "wrapper", "wrapper:wrapper");

  /** What only helps to install, and is no dependency of the project. */
  private static final Set<String> PYTHON_TOOLS =
      Set.of(
          "pdm", "pip", "pip-tools", "pipenv", "poetry", "setuptools", "uv", "virtualenv", "wheel");

  static {
    add("npm pnpm bun", NODE, "package.json", call -> isVerb(call, "ci", "install", "i"));
    add("yarn", NODE, "package.json", call -> isBare(call) || isVerb(call, "install"));
    add("pip", PYTHON, "requirements.txt", DependencyInstall::isPipInstall);
    add("pipenv", PYTHON, "Pipfile", call -> isVerb(call, "install", "sync"));
    add("pdm", PYTHON, "pyproject.toml", call -> isVerb(call, "install", "sync"));
    add("poetry", PYTHON, "pyproject.toml", call -> isVerb(call, "install"));
    add("uv", PYTHON, "pyproject.toml", call -> isVerb(call, "sync"));
    add("mvn mvnw mvnd", MAVEN, "pom.xml", call -> isJavaBuild(call) && !call.hasFlag("-v", "-o"));
    add("gradle gradlew", GRADLE, "build.gradle", call -> isJavaBuild(call) && !call.hasFlag("-v"));
    add("go", GO, "go.mod", DependencyInstall::isGoDownload);
    add("cargo", RUST, "Cargo.toml", call -> isVerb(call, "build", "check", "fetch", "test"));
    add("bundle bundler", RUBY, "Gemfile", DependencyInstall::isBundleInstall);
    add("composer", PHP, "composer.json", call -> isVerb(call, "install", "update"));
    add("dotnet", DOTNET, "*.csproj", DependencyInstall::isDotnetRestore);
  }

  @Override
  public SourceRange range() {
    return command.range();
  }

  /** Its program and what that is to do: {@code npm ci}, {@code mvn package}. */
  public String title() {
    List<String> verbs = command.operands().stream().map(Word::prefix).toList();
    int count = verbs.size();
    List<String> shown =
        switch (ecosystem) {
          case MAVEN, GRADLE -> verbs.subList(Math.max(0, count - 1), count);
          case GO -> verbs;
          default -> verbs.subList(0, Math.min(1, count));
        };
    return (command.program().orElseThrow() + " " + String.join(" ", shown)).strip();
  }

  /**
   * The name of the file that says what is fetched; of several, the one that most projects have.
   * Empty if the command itself says it.
   */
  public Optional<String> manifest() {
    Optional<Word> requirements = command.flagValue("-r", "--requirement");
    if (ecosystem == PYTHON && requirements.isPresent()) {
      return requirements
          .flatMap(Word::literal)
          .map(path -> path.substring(path.lastIndexOf('/') + 1));
    }
    boolean named = ecosystem == PYTHON && command.operands().size() > 1;
    return named ? Optional.empty() : fetcher(command).map(fetcher -> fetcher.manifest);
  }

  /** Whether it compiles the project as well, which takes more than what names the dependencies. */
  public boolean alsoBuilds() {
    return switch (ecosystem) {
      case MAVEN, GRADLE ->
          command.operands().stream()
              .map(Word::prefix)
              .anyMatch(goal -> !JAVA_CHORES.contains(goal) && !goal.startsWith("dependenc"));
      case RUST -> !isVerb(command, "fetch");
      case DOTNET -> !isVerb(command, "restore");
      default -> false;
    };
  }

  /** The installs of a script in text order; those that work offline fetch nothing. */
  public static Stream<DependencyInstall> in(Script script) {
    List<DependencyInstall> all = all(script);
    return all.isEmpty() ? Stream.empty() : all.stream();
  }

  /** The same as a list. */
  public static List<DependencyInstall> all(Script script) {
    return OF_SCRIPT.about(script);
  }

  private static List<DependencyInstall> find(Script script) {
    List<DependencyInstall> found = new ArrayList<>(0);
    for (SimpleCommand command : script.commands()) {
      of(command.unwrapped()).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** The install that a command is, wrappers such as {@code sudo} taken off. */
  public static Optional<DependencyInstall> of(SimpleCommand command) {
    return fetcher(command)
        .filter(fetcher -> !command.hasFlag("--version", "--help", "--offline"))
        .filter(fetcher -> fetcher.fetches.test(command))
        .map(fetcher -> new DependencyInstall(fetcher.ecosystem, command));
  }

  private static Optional<Fetcher> fetcher(SimpleCommand command) {
    Optional<String> program = command.program();
    return program.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(BY_PROGRAM.get(ProgramName.withoutVersion(program.get())));
  }

  private static void add(
      String programs, Ecosystem ecosystem, String manifest, Predicate<SimpleCommand> fetches) {
    for (String program : programs.split(" ")) {
      BY_PROGRAM.put(program, new Fetcher(ecosystem, manifest, fetches));
    }
  }

  private static boolean isBare(SimpleCommand call) {
    return call.operands().isEmpty();
  }

  /** Whether it is one of these and nothing more: packages that it names would be tools. */
  private static boolean isVerb(SimpleCommand call, String... verbs) {
    return call.operands().size() == 1
        && Set.of(verbs).contains(call.subcommand().orElse(""))
        && !call.hasFlag("-g", "--global");
  }

  /** Requirements in a file or by name, but nothing that lies in the project itself. */
  private static boolean isPipInstall(SimpleCommand call) {
    if (!call.subcommand().filter("install"::equals).isPresent()
        || call.hasFlag("--no-index", "-e", "--editable")) {
      return false;
    }
    List<Word> named = call.operands().subList(1, call.operands().size());
    return named.isEmpty()
        ? call.hasFlag("-r", "--requirement")
        : named.stream().allMatch(DependencyInstall::isPublished)
            && !named.stream().allMatch(DependencyInstall::isPythonTool);
  }

  private static boolean isPublished(Word requirement) {
    String text = requirement.literal().orElse(".");
    return !text.startsWith(".") && (text.indexOf('/') < 0 || text.contains("://"));
  }

  private static boolean isPythonTool(Word requirement) {
    return PYTHON_TOOLS.contains(requirement.prefix().split("[<>=!~\\[]", 2)[0]);
  }

  private static boolean isJavaBuild(SimpleCommand call) {
    return call.operands().stream().map(Word::prefix).anyMatch(goal -> !JAVA_CHORES.contains(goal));
  }

  private static boolean isGoDownload(SimpleCommand call) {
    List<Word> operands = call.operands();
    return operands.size() == 2 && operands.get(0).is("mod") && operands.get(1).is("download");
  }

  private static boolean isBundleInstall(SimpleCommand call) {
    return (isBare(call) || isVerb(call, "install")) && !call.hasFlag("--local");
  }

  private static boolean isDotnetRestore(SimpleCommand call) {
    return Set.of("build", "publish", "restore", "test").contains(call.subcommand().orElse(""))
        && !call.hasFlag("--no-restore", "--no-build");
  }
}
