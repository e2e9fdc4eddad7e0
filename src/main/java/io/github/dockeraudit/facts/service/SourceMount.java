package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.project.Project;
import java.util.Set;

/** Tells mounts of program sources from those of data and configuration. */
final class SourceMount {

  /** The endings of names of sources; a folder that holds any of them is code and not data. */
  private static final Set<String> SOURCES =
      Set.of(
          "c", "cpp", "cs", "ex", "go", "java", "js", "jsx", "kt", "php", "py", "rb", "rs", "scala",
          "svelte", "ts", "tsx", "vue");

  private SourceMount() {}

  /** Whether the host's sources would hide those that were built into the image. */
  static boolean is(Project project, Deployment deployment, Service service, Mount mount) {
    return service.build().isPresent()
        && mount.type() == Mount.Type.BIND
        && mount
            .source()
            .flatMap(deployment::resolve)
            .filter(
                folder -> project.tree().filesBelow(folder).stream().anyMatch(SourceMount::isCode))
            .isPresent();
  }

  private static boolean isCode(String file) {
    return SOURCES.contains(file.substring(file.lastIndexOf('.') + 1));
  }
}
