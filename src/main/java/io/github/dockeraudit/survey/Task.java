package io.github.dockeraudit.survey;

import java.util.List;
import java.util.Set;

/** What developers do with containers every day. */
public enum Task {
  UP("up", "start"),
  DOWN("down", "stop"),
  LOGS("logs", "log"),
  PS("ps", "status"),
  BUILD("build", "rebuild", "image", "images"),
  SHELL("shell", "sh", "bash", "exec"),
  CLEAN("clean", "prune", "purge", "nuke"),
  TEST("test", "tests", "check", "verify"),
  LINT("lint", "linter", "format"),
  MIGRATE("migrate", "migration", "migrations"),
  BACKUP("backup", "dump"),
  RESTORE("restore"),
  SETUP("setup", "init", "bootstrap", "install");

  /** Those that say nothing of containers, so that the script of a package may be one by name. */
  private static final Set<Task> OF_SOURCES = Set.of(TEST, LINT, MIGRATE);

  private final List<String> words;

  Task(String... words) {
    this.words = List.of(words);
  }

  /** The name in lower case. */
  public String label() {
    return words.get(0);
  }

  /** Whether a command of that name is likely this: the first or the last word of it says so. */
  boolean isCalled(List<String> nameWords) {
    return !nameWords.isEmpty()
        && (words.contains(nameWords.get(0))
            || words.contains(nameWords.get(nameWords.size() - 1)));
  }

  /** Whether a name says it also where commands are about sources and not about containers. */
  boolean isOfSources() {
    return OF_SOURCES.contains(this);
  }
}
