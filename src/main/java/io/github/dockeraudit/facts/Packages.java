package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Mount;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Scope;
import io.github.dockeraudit.facts.PackageCommand.Action;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What one {@code RUN} has package managers do, and what they leave in its layer. */
public final class Packages {

  private final Run run;
  private final Scope scope;
  private final List<PackageCommand> commands;

  /**
   * Where the last command begins that empties a cache, by its folders; -1 if there is none. Null
   * before the first question.
   */
  private Map<List<String>, Integer> lastDeletions;

  private Packages(Run run, Scope scope) {
    this.run = run;
    this.scope = scope;
    this.commands = PackageCommand.all(run.command().script());
  }

  /**
   * The package commands of a RUN.
   *
   * @param scope the variables in effect, see {@code Stage.stateAt}: some of them switch caches off
   */
  public static Packages of(Run run, Scope scope) {
    return new Packages(run, scope);
  }

  /** The package commands, in text order. */
  public List<PackageCommand> commands() {
    return commands;
  }

  /** Those package commands that do one of these. */
  public Stream<PackageCommand> commands(Action... actions) {
    return commands.stream().filter(command -> command.does(actions));
  }

  /**
   * Whether something that a command downloads, and that only the package manager needs, stays in
   * the layer: lists of packages, or copies of what was installed. It does not if a flag or a
   * variable keeps the manager from writing it, if a mount takes it, or if a later command of the
   * same RUN deletes it.
   */
  public boolean leavesCache(PackageCommand command) {
    PackageCache cache = PackageCache.of(command.manager());
    return writesCache(command)
        && lastDeletions().computeIfAbsent(cache.folders(), folders -> lastDeletion(cache))
            <= command.range().start();
  }

  /** Whether a later command of the same RUN deletes what a command has downloaded. */
  public boolean deletesCache(PackageCommand command) {
    return writesCache(command) && !leavesCache(command);
  }

  private Map<List<String>, Integer> lastDeletions() {
    Map<List<String>, Integer> known = lastDeletions;
    if (known == null) {
      known = new ConcurrentHashMap<>();
      lastDeletions = known;
    }
    return known;
  }

  /** The same, whether a later command deletes it or not. */
  boolean writesCache(PackageCommand command) {
    PackageCache cache = PackageCache.of(command.manager());
    return cache.isWrittenBy(command)
        && !cache.isSwitchedOff(command, scope)
        && !cache.isSwitchedOffBy(exports(command))
        && run.mounts().stream().flatMap(Packages::outsideLayer).noneMatch(cache::isWithin);
  }

  /** What the same RUN exports before a command. */
  private Stream<Word> exports(PackageCommand command) {
    return run.command().script().commands().stream()
        .filter(earlier -> earlier.is("export") && command.command().follows(earlier))
        .flatMap(export -> export.arguments().stream());
  }

  /** Whether it installs packages of a manager before it has fetched the lists of what there is. */
  boolean installsFromOlderLists(PackageManager manager) {
    return commands.stream()
        .filter(command -> command.manager() == manager)
        .filter(command -> command.does(Action.INSTALL, Action.REFRESH))
        .findFirst()
        .filter(first -> first.does(Action.INSTALL))
        .isPresent();
  }

  private int lastDeletion(PackageCache cache) {
    List<SimpleCommand> script = run.command().script().commands();
    int last = script.size() - 1;
    while (last >= 0 && !cache.isDeletedBy(script.get(last))) {
      last--;
    }
    return last < 0 ? -1 : script.get(last).range().start();
  }

  /** The folder of a mount whose content is no part of the layer. */
  private static Stream<String> outsideLayer(Mount mount) {
    boolean isOutside = mount.type().equals("cache") || mount.type().equals("tmpfs");
    return isOutside ? mount.target().map(word -> word.text()).stream() : Stream.empty();
  }
}
