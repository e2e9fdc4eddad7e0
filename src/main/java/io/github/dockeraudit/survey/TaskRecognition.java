package io.github.dockeraudit.survey;

import io.github.dockeraudit.facts.DependencyInstall;
import io.github.dockeraudit.facts.command.CommandLines;
import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.project.DeveloperCommand.Tool;
import io.github.dockeraudit.shell.Redirection;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.NameWords;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what a command of the developers is for, by what it runs and by its name. */
final class TaskRecognition {

  private static final Map<String, Task> COMPOSE_VERBS =
      Map.of(
          "up", Task.UP,
          "start", Task.UP,
          "down", Task.DOWN,
          "stop", Task.DOWN,
          "logs", Task.LOGS,
          "ps", Task.PS,
          "build", Task.BUILD,
          "rm", Task.CLEAN);

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "zsh");

  private static final Map<Task, Set<String>> PROGRAMS =
      Map.of(
          Task.TEST,
          Set.of("ctest", "jest", "mocha", "nox", "phpunit", "pytest", "rspec", "tox", "vitest"),
          Task.LINT,
          Set.of(
              "biome",
              "eslint",
              "flake8",
              "golangci-lint",
              "hadolint",
              "phpstan",
              "pre-commit",
              "pylint",
              "rubocop",
              "ruff",
              "shellcheck"),
          Task.MIGRATE,
          Set.of("alembic", "dbmate", "flyway", "goose", "liquibase"),
          Task.BACKUP,
          Set.of("mariadb-dump", "mongodump", "mysqldump", "pg_dump", "pg_dumpall"),
          Task.RESTORE,
          Set.of("mongorestore", "pg_restore"));

  /** Of goals, tasks and subcommands, whatever program has them. */
  private static final Set<String> MIGRATIONS =
      Set.of("flyway", "liquibase", "migrate", "migration", "migrations");

  /** Load a backup if they are given one to read. */
  private static final Set<String> CLIENTS = Set.of("mariadb", "mysql", "psql");

  /** Build tools, whose {@code test} tests. */
  private static final Set<String> TEST_RUNNERS =
      Set.of(
          "bun", "cargo", "dotnet", "go", "gradle", "gradlew", "make", "mix", "mvn", "mvnw", "npm",
          "pnpm", "yarn");

  private TaskRecognition() {}

  /** What a command is for; nothing if neither what it runs nor its name tells. */
  static Set<Task> tasks(DeveloperCommand command) {
    if (command.tool() == Tool.MAVEN_WRAPPER) {
      return EnumSet.of(Task.TEST);
    }
    EnumSet<Task> tasks = EnumSet.noneOf(Task.class);
    CommandLines.of(command).forEach(run -> add(run, tasks));
    List<String> words = NameWords.of(command.name());
    for (Task task : Task.values()) {
      if (task.isCalled(words) && (command.tool() != Tool.NPM || task.isOfSources())) {
        tasks.add(task);
      }
    }
    return tasks;
  }

  private static void add(SimpleCommand run, Set<Task> tasks) {
    List<String> words =
        run.words().stream().map(word -> word.literal().orElse(word.raw())).toList();
    if (isCompose(run, words)) {
      composeTask(words).ifPresent(tasks::add);
    }
    if (run.is("docker") && words.contains("prune")) {
      tasks.add(Task.CLEAN);
    }
    if (run.is("docker") && (words.indexOf("build") == 1 || words.contains("buildx"))) {
      tasks.add(Task.BUILD);
    }
    PROGRAMS.forEach(
        (task, programs) -> {
          if (words.stream().anyMatch(programs::contains)) {
            tasks.add(task);
          }
        });
    if (isRestore(run, words)) {
      tasks.add(Task.RESTORE);
    }
    if (run.program().filter(TEST_RUNNERS::contains).isPresent()
        && (words.contains("test") || words.contains("verify"))) {
      tasks.add(Task.TEST);
    }
    if (words.stream().anyMatch(TaskRecognition::migrates)) {
      tasks.add(Task.MIGRATE);
    }
    if (copiesExample(run, words) || DependencyInstall.of(run).isPresent() && !isMaven(run)) {
      tasks.add(Task.SETUP);
    }
  }

  /** {@code migrate}, {@code db:migrate}, {@code migration:run}, {@code liquibase:update}. */
  private static boolean migrates(String word) {
    return Stream.of(word.split(":")).anyMatch(MIGRATIONS::contains);
  }

  /** A build with Maven or Gradle fetches on the way and sets nothing up. */
  private static boolean isMaven(SimpleCommand run) {
    return run.is("mvn", "mvnw", "mvnd", "gradle", "gradlew", "cargo", "dotnet");
  }

  private static boolean isCompose(SimpleCommand run, List<String> words) {
    return run.is("docker-compose") || run.is("docker", "podman") && words.contains("compose");
  }

  private static Optional<Task> composeTask(List<String> words) {
    boolean isShell =
        (words.contains("exec") || words.contains("run"))
            && SHELLS.contains(words.get(words.size() - 1));
    if (isShell) {
      return Optional.of(Task.SHELL);
    }
    boolean removes =
        words.contains("down")
            && Stream.of("-v", "--volumes", "--rmi", "--remove-orphans").anyMatch(words::contains);
    return removes
        ? Optional.of(Task.CLEAN)
        : words.stream().filter(COMPOSE_VERBS::containsKey).findFirst().map(COMPOSE_VERBS::get);
  }

  private static boolean isRestore(SimpleCommand run, List<String> words) {
    return words.stream().anyMatch(CLIENTS::contains)
        && run.redirections().stream().anyMatch(one -> one.operator() == Redirection.Operator.READ);
  }

  /** {@code cp .env.example .env}. */
  private static boolean copiesExample(SimpleCommand run, List<String> words) {
    return run.is("cp")
        && run.operands().stream().map(Word::raw).anyMatch(path -> path.contains(".env"))
        && words.get(words.size() - 1).endsWith(".env");
  }
}
