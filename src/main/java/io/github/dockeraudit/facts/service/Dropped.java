package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.YamlPath;
import java.util.List;
import java.util.Optional;

/**
 * Takes away what gives a service more than it should have. Risky each time: somebody may have had
 * a reason for it.
 */
public final class Dropped {

  private Dropped() {}

  /** Takes away the attribute of which this is the value. */
  public static Remedy entry(String title, Deployment deployment, Located value) {
    return remedy(title, deployment.path(value.range()).flatMap(YamlPath::remove));
  }

  /** Takes away this item of a list, and the list with its last item. */
  public static Remedy item(String title, Deployment deployment, Located item) {
    return remedy(title, deployment.path(item.range()).flatMap(YamlPath::removeItem));
  }

  private static Remedy remedy(String title, Optional<TextEdit> edit) {
    return edit.map(removal -> Remedy.risky(title, List.of(removal)))
        .orElseGet(
            () -> Remedy.none("it is shared through an anchor, or stands alone in its file"));
  }
}
