package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.RuleSetting;
import io.github.dockeraudit.config.ConfigFile;
import io.github.dockeraudit.config.ConfigLocator;
import io.github.dockeraudit.config.ConfigLocator.Found;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.config.HadolintFile;
import io.github.dockeraudit.config.Layer;
import io.github.dockeraudit.config.Layers;
import io.github.dockeraudit.config.Setting;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was said about how an audit is wanted, not yet read: a build that repeats its last audit
 * need not.
 */
final class Wishes {

  private static final ClassLoader RESOURCES = Wishes.class.getClassLoader();

  private final ConfigLocator locator;
  private final Optional<Found> hadolint;
  private final Optional<Found> file;
  private final Layer pom;
  private final Layer commandLine;
  private final List<RuleSetting> chosen;

  /** What the file names besides itself. */
  private final List<Source> further = new ArrayList<>();

  private Layer ofFile;

  private Wishes(
      ConfigLocator locator,
      Optional<Found> hadolint,
      Optional<Found> file,
      Layer pom,
      Layer commandLine,
      List<RuleSetting> chosen) {
    this.locator = locator;
    this.hadolint = hadolint;
    this.file = file;
    this.pom = pom;
    this.commandLine = commandLine;
    this.chosen = chosen;
  }

  /**
   * What parameters and file say.
   *
   * @param location of the file; empty for the nearest one
   * @param readsHadolint whether the configuration of hadolint counts
   */
  static Wishes of(
      ParameterLayers parameters,
      MavenBuild build,
      Optional<String> location,
      boolean readsHadolint) {
    ConfigLocator locator = build.configLocator();
    Optional<Found> file =
        location
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> locator.named(name, RESOURCES))
            .or(() -> locator.nearest(ConfigFile.NAME));
    Optional<Found> hadolint =
        readsHadolint
            ? locator.nearest(HadolintFile.NAMES.toArray(String[]::new))
            : Optional.empty();
    return new Wishes(
        locator, hadolint, file, parameters.pom(), parameters.commandLine(), parameters.chosen());
  }

  /** All of it that is no field of a goal, to tell whether any of it has changed. */
  List<Object> description() {
    List<Object> all = new ArrayList<>(commandLine.rules());
    all.addAll(chosen);
    if (mentions(ConfigFile.CUSTOM_RULES)) {
      layerOfFile();
    }
    Stream.of(hadolint, file)
        .flatMap(Optional::stream)
        .forEach(found -> add(found.source(), found.place(), all));
    further.forEach(source -> add(source, "", all));
    return all;
  }

  /** What a source says, and not what it remembers once it has been read. */
  private static void add(Source source, String place, List<Object> all) {
    all.addAll(List.of(source.path(), source.text(), place));
  }

  /** Whether any of it may speak of a revision; asked before all of it is read. */
  boolean mayNameRevision() {
    return pom.values().containsKey(Setting.RATCHET_FROM)
        || commandLine.values().containsKey(Setting.RATCHET_FROM)
        || mentions(Setting.RATCHET_FROM.label());
  }

  private boolean mentions(String word) {
    return file.filter(found -> found.source().text().contains(word)).isPresent();
  }

  private Layer layerOfFile() {
    if (ofFile == null) {
      ofFile =
          file.map(found -> ConfigFile.read(found.source(), found.place(), this::beside))
              .orElse(Layer.EMPTY);
    }
    return ofFile;
  }

  private Source beside(String path) {
    Source source = locator.beside(file.orElseThrow(), path, RESOURCES);
    further.add(source);
    return source;
  }

  /**
   * The configuration of hadolint; empty if there is none.
   *
   * @throws AuditException if hadolint could not read it
   */
  Optional<HadolintFile> hadolint() {
    return hadolint.map(found -> HadolintFile.read(found.source()));
  }

  /** What it comes to. */
  Configuration configuration() {
    Layer peer = hadolint().map(HadolintFile::layer).orElse(Layer.EMPTY);
    return new Layers(List.of(peer, layerOfFile(), pom, commandLine)).configuration(chosen);
  }
}
