package io.github.dockeraudit.mojo;

import io.github.dockeraudit.config.ConfigFile;
import io.github.dockeraudit.config.ConfigLocator;
import io.github.dockeraudit.config.ConfigLocator.Found;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.config.Layer;
import io.github.dockeraudit.config.Layers;
import io.github.dockeraudit.config.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that was said about how an audit is wanted, not yet read: a build that repeats its last audit
 * need not.
 */
final class Wishes {

  private final Optional<Found> file;
  private final Layer pom;
  private final Layer commandLine;

  private Wishes(Optional<Found> file, Layer pom, Layer commandLine) {
    this.file = file;
    this.pom = pom;
    this.commandLine = commandLine;
  }

  /**
   * What parameters and file say.
   *
   * @param location of the file; empty for the nearest one
   */
  static Wishes of(ParameterLayers parameters, MavenBuild build, Optional<String> location) {
    ConfigLocator locator = build.configLocator();
    Optional<Found> file =
        location
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> locator.named(name, Wishes.class.getClassLoader()))
            .or(() -> locator.nearest(ConfigFile.NAME));
    return new Wishes(file, parameters.pom(), parameters.commandLine());
  }

  /** All of it that is no field of a goal, to tell whether any of it has changed. */
  List<Object> description() {
    List<Object> all = new ArrayList<>(commandLine.rules());
    file.ifPresent(
        found -> all.addAll(List.of(found.source().path(), found.source().text(), found.place())));
    return all;
  }

  /** Whether any of it may speak of a revision; asked before all of it is read. */
  boolean mayNameRevision() {
    return pom.values().containsKey(Setting.RATCHET_FROM)
        || commandLine.values().containsKey(Setting.RATCHET_FROM)
        || file.filter(found -> found.source().text().contains(Setting.RATCHET_FROM.label()))
            .isPresent();
  }

  /**
   * What it comes to.
   *
   * @param chosen the only rules to run; empty for all of the profile
   */
  Configuration configuration(List<String> chosen) {
    List<Layer> layers = new ArrayList<>();
    file.ifPresent(found -> layers.add(ConfigFile.read(found.source(), found.place())));
    layers.add(pom);
    layers.add(commandLine);
    return new Layers(layers).configuration(chosen);
  }
}
