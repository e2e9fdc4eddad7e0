package io.github.dockeraudit.generate;

import io.github.dockeraudit.facts.IgnoreDraft;
import io.github.dockeraudit.project.MavenModel.Reactor;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * The ignore file of a Dockerfile that is built in the folder of a whole build. It bears the name
 * of the Dockerfile, so that it holds for no other one.
 *
 * @see <a href="https://docs.docker.com/build/concepts/context/#filename-and-location">its name</a>
 */
final class ReactorIgnoreFile {

  private static final String PATH = MavenDockerfile.PATH + ".dockerignore";

  private ReactorIgnoreFile() {}

  /** The file, relative to the module. */
  static Source of(Reactor reactor) {
    List<String> lines = new ArrayList<>();
    if (reactor.plugins().stream().noneMatch(plugin -> IgnoreDraft.asksGit(plugin))) {
      lines.addAll(List.of("# Version control", ".git"));
    }
    lines.addAll(List.of("# Secrets", "**/.env", "**/.env.local", "**/.env.*.local"));
    lines.add("# What builds make");
    lines.addAll(reactor.outputs());
    lines.add("# What only builds images");
    lines.add(reactor.module() + "/Dockerfile*");
    lines.add("# Editors");
    lines.addAll(List.of(".idea", ".vscode", "**/*.iml", "**/.DS_Store"));
    return Source.of(PATH, String.join("\n", lines) + "\n");
  }
}
