package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Entry;
import io.github.dockeraudit.compose.Mapping;
import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Sequence;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An attribute that an override gives an empty value, to which compose adds all that the files
 * before it have.
 *
 * @param service the name of the service
 * @param entry the attribute in the override
 */
public record EmptyOverride(String service, YamlEntry entry) implements Located {

  /** Attributes whose values compose adds up; an empty one of others replaces. */
  private static final Set<String> ADDED_UP =
      Set.of(
          "cap_add",
          "cap_drop",
          "configs",
          "depends_on",
          "devices",
          "dns",
          "env_file",
          "environment",
          "expose",
          "extra_hosts",
          "labels",
          "networks",
          "ports",
          "profiles",
          "secrets",
          "security_opt",
          "tmpfs",
          "volumes");

  /** The key and its empty value. */
  @Override
  public SourceRange range() {
    return entry.range();
  }

  /** All that the overrides of a deployment have. */
  public static Stream<EmptyOverride> in(Deployment deployment) {
    return deployment.files().size() == 1
        ? Stream.empty()
        : deployment.files().stream()
            .skip(1)
            .flatMap(file -> services(file).flatMap(service -> in(service, deployment)));
  }

  private static Stream<YamlEntry> services(ComposeFile file) {
    return file.yaml().root().stream()
        .flatMap(root -> mapping(root).stream())
        .flatMap(root -> root.get("services").stream())
        .flatMap(services -> mapping(services).stream())
        .flatMap(services -> services.written().stream());
  }

  private static Stream<EmptyOverride> in(YamlEntry written, Deployment deployment) {
    Optional<Service> merged =
        deployment.service(written.key().value()).filter(service -> service.extended().isEmpty());
    return mapping(written.value()).stream()
        .flatMap(body -> body.written().stream())
        .filter(entry -> ADDED_UP.contains(entry.key().value()) && isEmpty(entry.value()))
        .filter(entry -> merged.filter(service -> keeps(service, entry, deployment)).isPresent())
        .map(entry -> new EmptyOverride(written.key().value(), entry));
  }

  /** Where nothing is written at all, somebody may only have taken the last item out. */
  private static boolean isEmpty(YamlNode value) {
    return value.tag().isEmpty()
        && !value.isAlias()
        && (value instanceof YamlSequence list && list.items().isEmpty()
            || value instanceof YamlMapping map && map.entries().isEmpty());
  }

  /** Whether a file before this one has given the attribute something. */
  private static boolean keeps(Service service, YamlEntry entry, Deployment deployment) {
    int own = indexOf(entry.range(), deployment);
    return service.attribute(entry.key().value()).stream()
        .flatMap(EmptyOverride::parts)
        .anyMatch(part -> indexOf(part.range(), deployment) < own);
  }

  private static Stream<? extends Located> parts(Node value) {
    return Stream.concat(
        value.asSequence().map(Sequence::items).stream().flatMap(List::stream),
        value.asMapping().map(Mapping::entries).stream()
            .flatMap(all -> all.stream().map(Entry::key)));
  }

  private static int indexOf(SourceRange range, Deployment deployment) {
    return deployment.files().stream().map(ComposeFile::source).toList().indexOf(range.source());
  }

  private static Optional<YamlMapping> mapping(YamlNode node) {
    return node instanceof YamlMapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** Says that the attribute is to be taken away. */
  public Remedy remedy() {
    return Remedy.intended(
        "Take the attribute away with !reset",
        List.of(entry.value().range().insertBefore("!reset ")));
  }
}
