package io.github.dockeraudit.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts into each service of a file what it extends, from the same file or another one. */
final class Extender {

  /** Most services that may extend each other in a row. */
  private static final int LONGEST_CHAIN = 50;

  private static final Attribute SERVICE =
      Specification.PROJECT.mapping().attribute("services").shape().mapping().other();

  private final Loader loader;
  private final DeploymentFiles files;
  private final Merger merger;
  private final Problems problems;
  private final Map<FileKey, Services> byFile = new HashMap<>();

  Extender(Loader loader, DeploymentFiles files, Merger merger, Problems problems) {
    this.loader = loader;
    this.files = files;
    this.merger = merger;
    this.problems = problems;
  }

  /** What decides on the values of a file. */
  private record FileKey(String path, Environment environment) {}

  /** The services of one file, of which some are extended already. */
  private record Services(
      String file,
      String folder,
      Mapping declared,
      Environment environment,
      Map<String, Extended> extended) {}

  /** A service with what it extends, and how many it extends in a row. */
  private record Extended(Node service, int depth) {}

  /** A service in the making, to see when it would extend itself. */
  private record Step(String file, String service) {}

  /** The file with all of its services extended. */
  Mapping extend(Mapping root, String file, Scope scope) {
    Optional<Mapping> declared = root.mapping("services");
    if (declared.isEmpty()) {
      return root;
    }
    Services services =
        new Services(file, scope.folder(), declared.get(), scope.environment(), new HashMap<>());
    Mapping extended =
        declared.get().mapValues(entry -> extended(entry, services, new ArrayList<>()).service);
    return root.mapValues(
        section -> section.value() == declared.get() ? extended : section.value());
  }

  private Extended extended(Entry entry, Services services, List<Step> chain) {
    Extended known = services.extended.get(entry.name());
    if (known != null) {
      return known;
    }
    Optional<Extends> base =
        entry.value().asMapping().flatMap(service -> service.get("extends")).map(Extends::read);
    Extended service =
        base.isPresent() && base.get().service().isPresent()
            ? over(base.get(), entry, services, chain)
            : new Extended(entry.value(), 0);
    services.extended.put(entry.name(), service);
    return service;
  }

  private Extended over(Extends base, Entry entry, Services services, List<Step> chain) {
    Extended alone = new Extended(entry.value(), 0);
    Optional<Services> where =
        base.file().isPresent() ? servicesOf(base.file().get(), services) : Optional.of(services);
    Optional<Entry> found = where.flatMap(there -> find(base.service().orElseThrow(), there));
    Step step = new Step(services.file, entry.name());
    if (found.isEmpty() || isCircle(base, step, chain)) {
      return alone;
    }
    chain.add(step);
    Extended extended = extended(found.get(), where.get(), chain);
    chain.remove(chain.size() - 1);
    if (!(extended.service instanceof Mapping) || isTooLong(base, extended.depth + 1)) {
      return alone;
    }
    Mapping body = withoutExtends((Mapping) extended.service);
    return new Extended(merger.mergeDeclared(body, entry.value(), SERVICE), extended.depth + 1);
  }

  private Optional<Entry> find(Scalar name, Services where) {
    Optional<Entry> found = where.declared.entry(name.text());
    if (found.isEmpty()) {
      problems.report(
          name,
          "There is no service '%s' in %s; correct the name".formatted(name.text(), where.file));
    }
    return found;
  }

  private boolean isCircle(Extends base, Step step, List<Step> chain) {
    if (chain.contains(step)) {
      problems.report(
          base.range(),
          "Service '%s' extends itself in the end; break the circle".formatted(step.service));
      return true;
    }
    return isTooLong(base, chain.size());
  }

  private boolean isTooLong(Extends base, int length) {
    if (length <= LONGEST_CHAIN) {
      return false;
    }
    problems.report(
        base.range(),
        "More than %s services extend each other; extend fewer".formatted(LONGEST_CHAIN));
    return true;
  }

  private static Mapping withoutExtends(Mapping service) {
    return service.mapValues(entry -> entry.name().equals("extends") ? null : entry.value());
  }

  private Optional<Services> servicesOf(Scalar file, Services from) {
    if (Paths.isRemote(file.text())) {
      return Optional.empty();
    }
    Optional<String> path = files.pathOf(file, from.folder);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    FileKey key = new FileKey(path.get(), from.environment);
    Services known = byFile.get(key);
    if (known == null) {
      known = read(file, path.get(), from.environment);
      byFile.put(key, known);
    }
    return Optional.of(known).filter(services -> services.declared != null);
  }

  /** The services of another file; none, if it cannot be read. */
  private Services read(Scalar name, String path, Environment environment) {
    String folder = Paths.folderOf(path);
    Mapping declared =
        files
            .read(name, path, folder)
            .flatMap(file -> loader.mergedDocuments(file, environment))
            .flatMap(root -> root.mapping("services"))
            .orElse(null);
    return new Services(path, folder, declared, environment, new HashMap<>());
  }
}
