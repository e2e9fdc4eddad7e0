package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.ServiceImage;
import io.github.dockeraudit.facts.ServiceImage.Kind;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.NameWords;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import io.github.dockeraudit.yaml.YamlPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A service that keeps data which nobody can make again.
 *
 * @param deployed the service
 * @param image what is known of its image; with folders of data
 */
public record StatefulService(DeployedService deployed, ServiceImage image) {

  private static final String POSTGRES = "/var/lib/postgresql";

  /** The version of the image whose folder of data is one above that of those before. */
  private static final int POSTGRES_MOVED = 18;

  /** Words of names of what is there to be thrown away. */
  private static final Set<String> FLEETING =
      Set.of("test", "tests", "testing", "e2e", "ci", "temp", "tmp");

  /** Words of variables and options that put the data somewhere else. */
  private static final List<String> MOVING = List.of("PGDATA", "DATADIR", "DBPATH", "DATA_DIR");

  /** Those that lose their data with their container. */
  public static Stream<StatefulService> forgetting(Project project) {
    return DeployedService.in(project)
        .flatMap(each -> of(each).stream())
        .filter(each -> !each.isFleeting() && !each.deployed.isExtended())
        .filter(each -> !each.deployed.isForDevelopment())
        .filter(each -> !each.deployed.hasAnywhere(each::keepsData));
  }

  private static Optional<StatefulService> of(DeployedService service) {
    return service
        .knownImage()
        .filter(image -> image.kind() == Kind.DATABASE || image.kind() == Kind.OBJECTSTORE)
        .filter(image -> !image.dataFolders().isEmpty())
        .map(image -> new StatefulService(service, image));
  }

  private boolean isFleeting() {
    String path = deployed.deployment().baseFile().source().path();
    return Stream.of(path, deployed.service().name())
            .flatMap(name -> NameWords.of(name).stream())
            .anyMatch(FLEETING::contains)
        || deployed.service().profiles().stream()
            .flatMap(profile -> NameWords.of(profile.text()).stream())
            .anyMatch(FLEETING::contains);
  }

  /** A mount that is not known, or data that is put elsewhere, may be just that. */
  private boolean keepsData(Service service) {
    Optional<Node> volumes = service.attribute("volumes");
    boolean isHidden =
        volumes.flatMap(Node::asSequence).stream()
                .anyMatch(list -> list.items().size() > service.volumes().size())
            || service.volumes().stream().anyMatch(mount -> !mount.target().isKnown());
    boolean mounts =
        Stream.concat(
                service.volumes().stream().map(mount -> mount.target().text()),
                service.tmpfs().stream().map(Scalar::text))
            .anyMatch(this::isOnData);
    return isHidden || mounts || service.attribute("volumes_from").isPresent() || moves(service);
  }

  private boolean isOnData(String target) {
    String path = target.endsWith("/") ? target : target + "/";
    return image.dataFolders().stream()
        .map(folder -> folder + "/")
        .anyMatch(folder -> folder.startsWith(path) || path.startsWith(folder));
  }

  private static boolean moves(Service service) {
    String command = service.command().map(line -> line.range().text()).orElse("");
    if (service.volumes().stream().anyMatch(mount -> command.contains(mount.target().text()))) {
      return true;
    }
    return Stream.concat(
            service.environment().stream().map(variable -> variable.name()), Stream.of(command))
        .map(text -> text.toUpperCase(Locale.ROOT))
        .anyMatch(text -> MOVING.stream().anyMatch(text::contains));
  }

  /** The folder of its data; empty if that depends on a version that is not known. */
  public Optional<String> folder() {
    List<String> folders = image.dataFolders();
    if (folders.size() == 1) {
      return Optional.of(folders.get(0));
    }
    return major()
        .filter(unused -> folders.equals(List.of(POSTGRES, POSTGRES + "/data")))
        .map(major -> folders.get(major < POSTGRES_MOVED ? 1 : 0));
  }

  private Optional<Integer> major() {
    return deployed
        .service()
        .image()
        .flatMap(Scalar::value)
        .flatMap(ImageReference::parse)
        .flatMap(ImageReference::tag)
        .map(tag -> tag.split("[.-]", 2)[0])
        .filter(major -> major.matches("[0-9]{1,3}"))
        .map(Integer::valueOf);
  }

  /**
   * Gives it a named volume. Risky: a database that has lived without one begins anew, and its data
   * stays in the volume without a name.
   */
  public Remedy remedy() {
    if (folder().isEmpty()) {
      return Remedy.none("its folder depends on the version of the image");
    }
    Service service = deployed.service();
    String name = service.name() + "-data";
    Optional<TextEdit> mount =
        deployed.add(NewEntry.ofList("volumes", "\"%s:%s\"".formatted(name, folder().get())));
    Optional<TextEdit> declaration = declare(name);
    return mount.isPresent() && declaration.isPresent()
        ? Remedy.risky("Give it a named volume", List.of(mount.get(), declaration.get()))
        : Remedy.none("it has other volumes, or shares its attributes through an anchor");
  }

  private Optional<TextEdit> declare(String name) {
    Deployment deployment = deployed.deployment();
    Optional<YamlPath> root =
        deployment.path(deployed.service().range()).flatMap(YamlPath::up).flatMap(YamlPath::up);
    NewEntry volume = NewEntry.of(name, "{}");
    boolean isTaken = deployment.volumes().stream().anyMatch(own -> own.name().equals(name));
    return root.filter(unused -> !isTaken)
        .flatMap(
            file ->
                file.into("volumes")
                    .map(section -> section.add(List.of(volume)))
                    .orElseGet(() -> file.add(List.of(NewEntry.of("volumes", List.of(volume))))));
  }
}
