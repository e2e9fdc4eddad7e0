package io.github.dockeraudit.conformance;

import com.google.gson.JsonObject;
import io.github.dockeraudit.compose.ComposeFiles;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Environment;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a compose file says: whether compose loads it, and its services in the canonical form in
 * which compose prints them.
 */
final class ComposeDump implements DumpMode {

  @Override
  public Map<String, Object> describe(Path path) {
    return describe(load(path));
  }

  Map<String, Object> describe(Deployment deployment) {
    JsonObject project = new JsonObject();
    project.add("services", services(deployment));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("loadedAs", deployment.accepted() ? "strict" : null);
    line.put(
        "error",
        deployment.problems().stream()
            .findFirst()
            .map(problem -> problem.range() + ": " + problem.message())
            .orElse(null));
    line.put("project", project);
    return line;
  }

  /** The services by name. */
  static JsonObject services(Deployment deployment) {
    JsonObject services = new JsonObject();
    Source base = deployment.baseFile().source();
    deployment
        .services()
        .forEach(service -> services.add(service.name(), new ServiceForm(base, service).json()));
    return services;
  }

  /** Loads one file of the disk by itself, with the {@code .env} beside it. */
  static Deployment load(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    ComposeFiles disk = path -> read(absolute.getRoot().resolve(path));
    Environment environment =
        disk.read(pathOf(absolute.resolveSibling(".env")))
            .map(Environment::parse)
            .orElse(Environment.empty());
    Source source =
        read(absolute).orElseThrow(() -> new IllegalArgumentException("no file " + file));
    return Deployment.load(List.of(source), environment, disk);
  }

  private static Optional<Source> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Source.of(pathOf(file), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pathOf(Path absolute) {
    return absolute.getRoot().relativize(absolute).toString().replace('\\', '/');
  }
}
