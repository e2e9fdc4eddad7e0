package io.github.dockeraudit.declarative;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Images that stages build on, or that services run, by the parts of their names. */
record ImageMatcher(Map<String, Condition> parts) implements Matcher {

  static final String KEY = "image";

  private static final List<String> PARTS =
      List.of("registry", "repository", "name", "tag", "digest");

  static ImageMatcher read(YamlNode node) {
    YamlMapping mapping = Nodes.mapping(node, KEY, "registry");
    Nodes.refuseUnknown(mapping, "part of an image", PARTS);
    Map<String, Condition> parts = new HashMap<>();
    for (YamlEntry entry : mapping.entries()) {
      String part = entry.key().value();
      parts.put(part, Condition.read(entry.value(), part));
    }
    return new ImageMatcher(parts);
  }

  @Override
  public Matcher with(OwnOptions options) {
    return new ImageMatcher(Condition.with(options, parts));
  }

  @Override
  public List<String> names() {
    return PARTS;
  }

  @Override
  public Stream<Match> in(Dockerfile file) {
    return file.stages().stream().flatMap(stage -> match(stage).stream());
  }

  private Optional<Match> match(Stage stage) {
    return stage
        .image()
        .filter(this::holds)
        .map(
            image ->
                new Match(
                    stage.from().image(),
                    stage.from().image().literal().isPresent(),
                    names(image)));
  }

  @Override
  public Stream<Match> in(Deployment deployment) {
    return deployment.services().stream()
        .filter(service -> service.build().isEmpty())
        .flatMap(service -> service.image().flatMap(this::match).stream());
  }

  private Optional<Match> match(Scalar written) {
    return written
        .value()
        .flatMap(ImageReference::parse)
        .filter(this::holds)
        .map(image -> new Match(written, written.interpolations().isEmpty(), names(image)));
  }

  private boolean holds(ImageReference image) {
    return parts.entrySet().stream()
        .allMatch(
            part -> {
              Optional<String> value = part(part.getKey(), image);
              return value.isPresent()
                  ? part.getValue().holdsFor(value)
                  : part.getValue().holdsForNothing();
            });
  }

  private static Optional<String> part(String part, ImageReference image) {
    return switch (part) {
      case "registry" -> Optional.of(image.registry());
      case "repository" -> Optional.of(image.repository());
      case "name" -> Optional.of(image.familiarName());
      case "tag" -> image.tag();
      default -> image.digest();
    };
  }

  private static Map<String, String> names(ImageReference image) {
    Map<String, String> names = new HashMap<>();
    for (String part : PARTS) {
      names.put(part, part(part, image).orElse(""));
    }
    return names;
  }
}
