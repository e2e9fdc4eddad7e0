package io.github.dockeraudit.facts;

import static java.util.stream.Collectors.toSet;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Resource;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.YamlPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes away the declaration of a volume or the like that nothing uses. */
public final class LeftoverVolume {

  private LeftoverVolume() {}

  /**
   * The edits that remove one of the volumes.
   *
   * @param leftover all that are to be removed: the section goes with the last of its volumes
   */
  public static Remedy remedy(Deployment deployment, Resource volume, List<Resource> leftover) {
    Set<SourceRange> places = leftover.stream().map(Resource::range).collect(toSet());
    return deployment
        .path(volume.range())
        .flatMap(path -> isAllLeftover(path, places) ? path.up() : Optional.of(path))
        .flatMap(YamlPath::remove)
        .map(edit -> Remedy.intended("Remove the declaration", List.of(edit)))
        .orElseGet(() -> Remedy.none("its declaration is used elsewhere in the file"));
  }

  private static boolean isAllLeftover(YamlPath path, Set<SourceRange> leftover) {
    return path.parent().stream()
        .flatMap(section -> section.written().stream())
        .allMatch(entry -> leftover.contains(entry.key().range()));
  }
}
