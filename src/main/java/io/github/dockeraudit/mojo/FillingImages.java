package io.github.dockeraudit.mojo;

import io.github.dockeraudit.dockerfile.Placeholders;
import io.github.dockeraudit.project.FilledDockerfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Reads off the configuration of fabric8's docker-maven-plugin which Dockerfiles it builds from,
 * and what it replaces in them.
 *
 * @see <a href="https://dmp.fabric8.io/#build-filtering">its manual</a>
 */
final class FillingImages {

  private static final String PLUGIN = "io.fabric8:docker-maven-plugin";
  private static final String STANDARD_FILTER = "${*}";
  private static final String STANDARD_NAME = "Dockerfile";

  private final Path folder;
  private final MavenProject module;
  private final List<FilledDockerfile> filled = new ArrayList<>(0);

  /**
   * Whether some image says how it is built, so that none is built from the module's own folder.
   */
  private boolean hasBuild;

  private FillingImages(Path folder, MavenProject module) {
    this.folder = folder;
    this.module = module;
  }

  /** The Dockerfiles of a module and of those that lie below it. */
  static List<FilledDockerfile> in(MavenProject project, List<MavenProject> all) {
    Path folder = project.getBasedir().toPath();
    List<FilledDockerfile> filled = new ArrayList<>(0);
    for (MavenProject module : all) {
      Plugin plugin = module.getFile() == null ? null : module.getPlugin(PLUGIN);
      if (plugin != null && module.getBasedir().toPath().startsWith(folder)) {
        filled.addAll(new FillingImages(folder, module).read(plugin));
      }
    }
    return filled;
  }

  private List<FilledDockerfile> read(Plugin plugin) {
    readImages(plugin.getConfiguration());
    for (PluginExecution execution : plugin.getExecutions()) {
      readImages(execution.getConfiguration());
    }
    if (!hasBuild) {
      add(module.getBasedir().toPath().resolve(STANDARD_NAME), STANDARD_FILTER);
    }
    return filled;
  }

  private void readImages(Object configuration) {
    if (configuration instanceof Xpp3Dom dom) {
      Path sources =
          module.getBasedir().toPath().resolve(text(dom, "sourceDirectory", "src/main/docker"));
      for (String group : new String[] {"images", "imagesMap"}) {
        Xpp3Dom images = dom.getChild(group);
        for (Xpp3Dom image : images == null ? new Xpp3Dom[0] : images.getChildren()) {
          Xpp3Dom build = image.getChild("build");
          if (build != null) {
            readBuild(build, sources);
          }
        }
      }
    }
  }

  private void readBuild(Xpp3Dom build, Path sources) {
    hasBuild = true;
    String file = text(build, "dockerFile", "");
    String context = text(build, "contextDir", text(build, "dockerFileDir", ""));
    if (!file.isEmpty() || !context.isEmpty()) {
      add(
          sources.resolve(context).resolve(file.isEmpty() ? STANDARD_NAME : file),
          text(build, "filter", STANDARD_FILTER));
    }
  }

  /** What lies elsewhere, perhaps on another drive, is no file of the audit. */
  private void add(Path file, String filter) {
    Path normal = file.normalize();
    if (normal.startsWith(folder)) {
      String path = folder.relativize(normal).toString().replace('\\', '/');
      placeholders(filter).ifPresent(some -> filled.add(new FilledDockerfile(path, some)));
    }
  }

  /** Empty if nothing is replaced. */
  private Optional<Placeholders> placeholders(String filter) {
    if (filter.equalsIgnoreCase("false") || filter.equalsIgnoreCase("none")) {
      return Optional.empty();
    }
    int star = filter.indexOf('*');
    String open = star < 0 ? filter : filter.substring(0, star);
    String close = star < 0 ? filter : filter.substring(star + 1);
    List<String> known = List.copyOf(new TreeSet<>(module.getProperties().stringPropertyNames()));
    return open.isEmpty() || close.isEmpty()
        ? Optional.empty()
        : Optional.of(new Placeholders(open, close, known));
  }

  private static String text(Xpp3Dom parent, String name, String other) {
    Xpp3Dom child = parent.getChild(name);
    String value = child == null || child.getValue() == null ? "" : child.getValue().strip();
    return value.isEmpty() ? other : value;
  }
}
