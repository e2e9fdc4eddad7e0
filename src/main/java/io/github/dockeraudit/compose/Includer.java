package io.github.dockeraudit.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a file includes and puts its services and the like beside the file's own. */
final class Includer {

  /** Most files that may include each other in a row. */
  private static final int LONGEST_CHAIN = 20;

  private static final List<String> SECTIONS =
      List.of("services", "volumes", "networks", "secrets", "configs", "models");

  private final Loader loader;
  private final DeploymentFiles files;
  private final Merger merger;
  private final Problems problems;
  private final Map<Key, Mapping> loaded = new HashMap<>();

  Includer(Loader loader, DeploymentFiles files, Merger merger, Problems problems) {
    this.loader = loader;
    this.files = files;
    this.merger = merger;
    this.problems = problems;
  }

  /** What decides on the result of an include. */
  private record Key(List<String> paths, String folder, Map<String, String> variables) {}

  /** The file with everything that it includes. */
  Mapping include(Mapping root, String file, Scope scope) {
    Mapping result = root;
    for (Node item : root.sequence("include").map(Sequence::items).orElse(List.of())) {
      Optional<Mapping> included =
          merger.isExhausted() ? Optional.empty() : load(item, scope.inside(file));
      if (included.isPresent() && !merger.isTooMuch(copied(included.get(), result), item)) {
        result = imported(included.get(), result);
      }
    }
    return result;
  }

  private static long copied(Mapping included, Mapping own) {
    return Stream.of(included, own)
        .flatMap(root -> SECTIONS.stream().flatMap(section -> root.mapping(section).stream()))
        .mapToLong(section -> section.entries().size())
        .sum();
  }

  private Optional<Mapping> load(Node item, Scope scope) {
    List<Scalar> names =
        scalars(item.asMapping().flatMap(options -> options.get("path")).orElse(item));
    List<ComposeFile> sources = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    String folder = null;
    for (Scalar name : names) {
      if (Paths.isRemote(name.text())) {
        return Optional.empty();
      }
      Optional<String> path = files.pathOf(name, scope.folder());
      if (path.isEmpty() || isCircle(name, path.get(), scope)) {
        return Optional.empty();
      }
      if (folder == null) {
        folder = folderOf(item, path.get(), scope);
      }
      Optional<ComposeFile> read = files.read(name, path.get(), folder);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      sources.add(read.get());
      paths.add(path.get());
    }
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    Environment environment = scope.environment().and(variables(item, folder, scope));
    if (merger.isTooMuch(environment.variables().size(), item)) {
      return Optional.empty();
    }
    Scope inside = new Scope(folder, environment, scope.including());
    Key key = new Key(paths, folder, environment.variables());
    Mapping known = loaded.get(key);
    if (known == null) {
      known = loader.load(sources, inside);
      loaded.put(key, known);
    }
    return Optional.of(known);
  }

  private boolean isCircle(Scalar name, String path, Scope scope) {
    if (scope.including().contains(path)) {
      problems.report(name, "'%s' includes itself in the end; break the circle".formatted(path));
      return true;
    }
    if (scope.including().size() > LONGEST_CHAIN) {
      problems.report(
          name, "More than %s files include each other; flatten".formatted(LONGEST_CHAIN));
      return true;
    }
    return false;
  }

  /** The folder that paths in the included file are relative to: its own, or the one given. */
  private String folderOf(Node item, String path, Scope scope) {
    Optional<Scalar> given =
        item.asMapping().flatMap(options -> options.scalar("project_directory"));
    return given
        .flatMap(folder -> files.pathOf(folder, scope.folder()))
        .orElseGet(() -> Paths.folderOf(path));
  }

  private Environment variables(Node item, String folder, Scope scope) {
    Optional<Node> given = item.asMapping().flatMap(options -> options.get("env_file"));
    if (given.isEmpty()) {
      return Paths.resolve(folder, ".env")
          .flatMap(files::readVariables)
          .orElse(Environment.empty());
    }
    Environment all = Environment.empty();
    for (Scalar name : scalars(given.get())) {
      Optional<Environment> read =
          name.is("/dev/null")
              ? Optional.of(Environment.empty())
              : files.pathOf(name, scope.folder()).flatMap(files::readVariables);
      if (read.isEmpty()) {
        problems.report(name, "There is no file '%s'; correct the path".formatted(name.text()));
      }
      all = read.orElse(Environment.empty()).and(all);
      if (merger.isTooMuch(all.variables().size(), name)) {
        break;
      }
    }
    return all;
  }

  private static List<Scalar> scalars(Node node) {
    return node instanceof Scalar
        ? List.of((Scalar) node)
        : node.asSequence().stream().flatMap(Sequence::scalars).toList();
  }

  /** What is in both merges, the own over the included. */
  private Mapping imported(Mapping included, Mapping own) {
    Map<String, Entry> sections = new LinkedHashMap<>();
    own.entries().forEach(section -> sections.put(section.name(), section));
    for (String name : SECTIONS) {
      Optional<Entry> from = included.entry(name).filter(entry -> entry.value() instanceof Mapping);
      if (from.isEmpty()) {
        continue;
      }
      Entry to = sections.get(name);
      if (to == null || to.value().isNull()) {
        sections.put(name, from.get());
      } else if (to.value() instanceof Mapping) {
        Mapping both = imported(name, (Mapping) from.get().value(), (Mapping) to.value());
        sections.put(name, new Entry(to.key(), both));
      }
    }
    return own.with(sections);
  }

  private Mapping imported(String section, Mapping included, Mapping own) {
    Attribute declared =
        Specification.PROJECT.mapping().attribute(section).shape().mapping().other();
    Map<String, Entry> entries = new LinkedHashMap<>();
    own.entries().forEach(entry -> entries.put(entry.name(), entry));
    for (Entry entry : included.entries()) {
      Entry old = entries.get(entry.name());
      if (old == null) {
        entries.put(entry.name(), entry);
      } else if (old.value() != entry.value()) {
        Node merged = merger.mergeDeclared(entry.value(), old.value(), declared);
        entries.put(entry.name(), new Entry(old.key(), merged));
      }
    }
    return own.with(entries);
  }
}
