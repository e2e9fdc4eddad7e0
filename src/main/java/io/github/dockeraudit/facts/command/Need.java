package io.github.dockeraudit.facts.command;

import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.source.NameWords;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Something that developers do with services, in the order in which they come to do it. */
public enum Need {
  BUILD("build images", Set.of("build", "rebuild"), Set.of("build", "--build")),
  UP("start services", Set.of("up", "start", "run", "serve"), Set.of("up", "start")),
  DOWN("stop services", Set.of("down", "stop", "halt"), Set.of("down", "stop")),
  LOGS("show logs", Set.of("log", "logs", "tail"), Set.of("logs")),
  PS("list services", Set.of("ps", "status", "list", "ls"), Set.of("ps")),
  SHELL(
      "open a shell in a container",
      Set.of("shell", "sh", "bash", "exec", "console", "ssh", "enter", "attach"),
      Set.of("exec", "sh", "bash")),
  CLEAN(
      "remove containers and images",
      Set.of(
          "clean",
          "cleanup",
          "prune",
          "purge",
          "reset",
          "destroy",
          "teardown",
          "nuke",
          "rm",
          "remove"),
      Set.of("prune", "rm", "rmi", "-v", "--volumes", "--rmi")),
  BACKUP(
      "save the database",
      Set.of("backup", "backups", "dump", "snapshot"),
      Set.of("pg_dump", "pg_dumpall", "mysqldump", "mariadb-dump", "mongodump")),
  RESTORE("load a backup", Set.of("restore"), Set.of("pg_restore", "mongorestore"));

  private final String purpose;
  private final Set<String> names;
  private final Set<String> arguments;

  Need(String purpose, Set<String> names, Set<String> arguments) {
    this.purpose = purpose;
    this.names = names;
    this.arguments = arguments;
  }

  /** What it is for, as {@code to} goes on: {@code show logs}. */
  public String purpose() {
    return purpose;
  }

  /** The name that most projects give to such a command. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is about the content of a database. */
  public boolean isOfData() {
    return this == BACKUP || this == RESTORE;
  }

  /** Whether a command does it, by a word of its name or by what it lets compose or Docker do. */
  boolean isMetBy(DeveloperCommand command) {
    return NameWords.of(command.name()).stream().anyMatch(names::contains)
        || isRunBy(command.body().text());
  }

  /** Whether lines hand such an argument to compose or Docker. */
  boolean isRunBy(String lines) {
    return lines
        .lines()
        .filter(line -> callsContainers(line) && !isOneTest(line))
        .anyMatch(line -> Stream.of(line.split("[\\s\"';&|]+")).anyMatch(arguments::contains));
  }

  /** Services that stop when a test has ended are not started for developers. */
  private static boolean isOneTest(String line) {
    return line.contains("--exit-code-from") || line.contains("--abort-on-container-exit");
  }

  /** Compose itself, or a variable that is called after it or after Docker. */
  static boolean callsContainers(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return lower.contains("compose") || lower.contains("docker") || lower.contains("$(dc)");
  }
}
