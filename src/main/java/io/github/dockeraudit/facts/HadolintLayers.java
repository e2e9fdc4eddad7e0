package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Mount;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.facts.ShippedLayers.Layer;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.List;

/** What hadolint says that a layer keeps, for those who come from there; see ADR 6. */
public final class HadolintLayers {

  private static final List<String> CACHES = List.of("cache", "tmpfs");

  private HadolintLayers() {}

  /**
   * Whether the stage of a layer is the last one, or one that others build on: another stage, or
   * another Dockerfile, for which ONBUILD is there.
   */
  public static boolean counts(Layer layer) {
    Stage stage = layer.stage();
    return stage.isLast()
        || layer.run().isTrigger()
        || layer.file().stages().stream()
            .anyMatch(other -> other.parent().filter(stage::equals).isPresent());
  }

  /**
   * Whether the lists that a plain call fetches stay: hadolint takes any {@code rm -rf} for their
   * deletion, does not know {@code apt-get dist-clean}, and wants mounts for both folders of apt.
   */
  public static boolean keepsLists(PackageCommand update, Layer layer) {
    return update.isPlain()
        && counts(layer)
        && layer.run().command().script().commands().stream()
            .noneMatch(HadolintLayers::deletesSomething)
        && !isMounted("/var/lib/apt/lists", layer)
        && !(isMounted("/var/lib/apt", layer) && isMounted("/var/cache/apt", layer));
  }

  private static boolean deletesSomething(SimpleCommand command) {
    return command.is("rm")
        && command.arguments().stream()
            .anyMatch(word -> word.is("-rf") || word.is("/var/lib/apt/lists/*"));
  }

  private static boolean isMounted(String folder, Layer layer) {
    return layer.run().mounts().stream()
        .filter(mount -> CACHES.contains(mount.type()))
        .map(Mount::target)
        .anyMatch(target -> target.filter(word -> word.text().startsWith(folder)).isPresent());
  }
}
