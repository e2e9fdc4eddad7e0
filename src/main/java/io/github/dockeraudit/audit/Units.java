package io.github.dockeraudit.audit;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What in a project may have faults: Dockerfiles, services, scripts and the like. */
final class Units {

  private final Map<Source, Unit> files = new HashMap<>();
  private final Map<Source, List<Placed>> services = new HashMap<>();

  enum Kind {
    DOCKERFILE,
    SERVICE,
    COMPOSE_FILE,
    SCRIPT,
    COMMANDS,
    IGNORE_FILE,
    ENV_FILE,
    OTHER
  }

  /**
   * One of them; two with the same name are the same.
   *
   * @param name its path, and what else it takes to tell it from others of its kind
   */
  record Unit(Kind kind, String name) {}

  /** A service, and where a file speaks of it. */
  private record Placed(SourceRange where, Unit service) {}

  private final Predicate<String> wanted;

  /**
   * @param wanted says of the path of a file whether it counts
   */
  Units(Project project, Predicate<String> wanted) {
    this.wanted = wanted;
    project.dockerfiles().forEach(file -> put(Kind.DOCKERFILE, file.source()));
    project.deployments().forEach(deployment -> deployment.files().forEach(this::place));
    project.scripts().forEach(script -> put(Kind.SCRIPT, script.source()));
    project.commands().forEach(command -> put(Kind.COMMANDS, command.range().source()));
    project.ignoreFiles().forEach(file -> put(Kind.IGNORE_FILE, file.source()));
    project.envFiles().forEach(file -> put(Kind.ENV_FILE, file.source()));
  }

  private void put(Kind kind, Source file) {
    if (wanted.test(file.path())) {
      files.putIfAbsent(file, new Unit(kind, file.path()));
    }
  }

  /**
   * Services of one name in one folder are one: a base file and its overrides speak of the same,
   * and whether they are merged must not matter.
   */
  private void place(ComposeFile file) {
    Source source = file.source();
    put(Kind.COMPOSE_FILE, source);
    if (wanted.test(source.path()) && !services.containsKey(source)) {
      String folder = source.path().substring(0, source.path().lastIndexOf('/') + 1);
      List<Placed> placed = new ArrayList<>();
      for (YamlEntry service : services(file)) {
        Unit unit = new Unit(Kind.SERVICE, folder + " " + service.key().value());
        placed.add(new Placed(service.range(), unit));
      }
      services.put(source, placed);
    }
  }

  private static Collection<YamlEntry> services(ComposeFile file) {
    return file.yaml()
        .root()
        .flatMap(Units::asMapping)
        .flatMap(root -> root.get("services"))
        .flatMap(Units::asMapping)
        .map(YamlMapping::written)
        .orElse(List.of());
  }

  private static Optional<YamlMapping> asMapping(YamlNode node) {
    return node instanceof YamlMapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** All of them, each once or more often. */
  Stream<Unit> all() {
    return files.keySet().stream().flatMap(this::in);
  }

  /** Those that a file speaks of: itself, and the services in it. */
  Stream<Unit> in(Source file) {
    return Stream.concat(
        Stream.of(unit(file)),
        services.getOrDefault(file, List.of()).stream().map(Placed::service));
  }

  /** The narrowest one that a place is in. */
  Unit at(SourceRange place) {
    for (Placed placed : services.getOrDefault(place.source(), List.of())) {
      if (placed.where().contains(place)) {
        return placed.service();
      }
    }
    return unit(place.source());
  }

  private Unit unit(Source file) {
    return files.getOrDefault(file, new Unit(Kind.OTHER, file.path()));
  }
}
