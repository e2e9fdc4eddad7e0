package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Memory;
import io.github.dockeraudit.source.Remembering;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One service of the merged model, with what it extends put in.
 *
 * <p>A value may stand in another file than the service: each has its own range.
 */
public final class Service implements Located, Remembering {

  private static final Fact<Service, List<Variable>> VARIABLES =
      Fact.of(service -> List.copyOf(service.list("environment", Variable::read)));

  private static final Fact<Service, List<Port>> PORTS =
      Fact.of(service -> service.list("ports", PortReader::read));

  private static final Fact<Service, List<Mount>> VOLUMES =
      Fact.of(service -> service.list("volumes", MountReader::read));

  private final Entry entry;
  private final Mapping body;
  private final Memory memory = new Memory();

  Service(Entry entry) {
    this.entry = entry;
    this.body = entry.value().asMapping().orElseGet(() -> emptyAt(entry.value()));
  }

  private static Mapping emptyAt(Node value) {
    return new Mapping(value.range(), value.site(), MergeTag.NONE, Map.of());
  }

  /** The name of the service, where it is first written. */
  @Override
  public SourceRange range() {
    return entry.key().range();
  }

  /** The name. */
  public String name() {
    return entry.key().name();
  }

  /** The attributes of the service; its range is what stands below the name. */
  public Mapping body() {
    return body;
  }

  /** The image that is run, or that the built one is called. */
  public Optional<Scalar> image() {
    return scalar("image");
  }

  /** How the image is built; empty for an image that is only pulled. */
  public Optional<Build> build() {
    return body.get("build").map(Build::new);
  }

  /** The command in place of the image's. */
  public Optional<CommandLine> command() {
    return body.get("command").map(CommandLine::new);
  }

  /** The entry point in place of the image's. */
  public Optional<CommandLine> entrypoint() {
    return body.get("entrypoint").map(CommandLine::new);
  }

  /** The name of the container; empty if compose makes one. */
  public Optional<Scalar> containerName() {
    return scalar("container_name");
  }

  /** The variables set in the file itself, not those of {@link #envFiles}. */
  public List<Variable> environment() {
    return VARIABLES.about(this);
  }

  /** A variable set in the file itself. */
  public Optional<Variable> environment(String name) {
    return environment().stream().filter(variable -> variable.name().equals(name)).findFirst();
  }

  /** The files that further variables are read from, in the order of reading. */
  public List<EnvFile> envFiles() {
    return list("env_file", EnvFile::read);
  }

  /** The labels of the container. */
  public List<Variable> labels() {
    return list("labels", Variable::read);
  }

  /** The ports published on the host; an item that is no port is left out. */
  public List<Port> ports() {
    return PORTS.about(this);
  }

  /** The ports that only other services see. */
  public List<Scalar> expose() {
    return scalars("expose");
  }

  /** The mounts of {@code volumes}; an item that is no mount is left out. */
  public List<Mount> volumes() {
    return VOLUMES.about(this);
  }

  /** The paths of the container that are kept in memory. */
  public List<Scalar> tmpfs() {
    return scalars("tmpfs");
  }

  /** The networks as written; empty means the default one, unless {@link #networkMode} is set. */
  public List<Attachment> networks() {
    return list("networks", Attachment::read);
  }

  /** The network mode, like {@code host} or {@code service:NAME}. */
  public Optional<Scalar> networkMode() {
    return scalar("network_mode");
  }

  /** The services that are started before this one, as {@code depends_on} names them. */
  public List<Dependency> dependsOn() {
    return list("depends_on", Dependency::read);
  }

  /** The health check in place of the image's. */
  public Optional<HealthCheck> healthcheck() {
    return body.mapping("healthcheck").map(HealthCheck::new);
  }

  /** The profiles of which one must be active for the service to run; empty means always. */
  public List<Scalar> profiles() {
    return scalars("profiles");
  }

  /** The most that a container may use. */
  public Resources limits() {
    return resources("limits", "mem_limit", "cpus", "pids_limit");
  }

  /** What is set aside for a container. */
  public Resources reservations() {
    return resources("reservations", "mem_reservation", "", "");
  }

  /** The {@code deploy} section. */
  public Optional<Mapping> deploy() {
    return body.mapping("deploy");
  }

  /** When a stopped container is started again: {@code no}, {@code always} and the like. */
  public Optional<Scalar> restart() {
    return scalar("restart");
  }

  /** The user that the container runs as, in place of the image's. */
  public Optional<Scalar> user() {
    return scalar("user");
  }

  /** Whether the container has the rights of the host's root; the place is the value's. */
  public Optional<Scalar> privileged() {
    return scalar("privileged");
  }

  /** Whether the container's file system cannot be written to. */
  public Optional<Scalar> readOnly() {
    return scalar("read_only");
  }

  /** The capabilities given in addition. */
  public List<Scalar> capAdd() {
    return scalars("cap_add");
  }

  /** The capabilities taken away. */
  public List<Scalar> capDrop() {
    return scalars("cap_drop");
  }

  /** The secrets that the container may read. */
  public List<Grant> secrets() {
    return list("secrets", Grant::read);
  }

  /** The configs that the container may read. */
  public List<Grant> configs() {
    return list("configs", Grant::read);
  }

  /** The links to other services, an obsolete way to find them. */
  public List<Scalar> links() {
    return scalars("links");
  }

  /** The {@code logging} section. */
  public Optional<Mapping> logging() {
    return body.mapping("logging");
  }

  /** The {@code develop} section, which says what is synchronised while developing. */
  public Optional<Mapping> develop() {
    return body.mapping("develop");
  }

  /** The limits of the operating system, by name. */
  public Optional<Mapping> ulimits() {
    return body.mapping("ulimits");
  }

  /** What the service was extended from; its values are put in already. */
  public Optional<Extends> extended() {
    return body.get("extends").map(Extends::read);
  }

  /** Any attribute by its name in the compose specification; empty if absent or null. */
  public Optional<Node> attribute(String name) {
    return body.get(name);
  }

  private Optional<Scalar> scalar(String name) {
    return body.scalar(name);
  }

  /** The items of a list; a lone scalar, where compose allows one, counts as a list of one. */
  private List<Scalar> scalars(String name) {
    return list(
        name,
        node ->
            node instanceof Scalar
                ? List.of((Scalar) node)
                : node.asSequence().stream().flatMap(Sequence::scalars).toList());
  }

  @Override
  public Memory memory() {
    return memory;
  }

  private <T> List<T> list(String name, Function<Node, List<T>> reader) {
    return body.get(name).map(reader).orElse(List.of());
  }

  private Resources resources(String kind, String memory, String cpus, String pids) {
    Optional<Mapping> deployed =
        body.mapping("deploy")
            .flatMap(deploy -> deploy.mapping("resources"))
            .flatMap(resources -> resources.mapping(kind));
    return new Resources(
        deployed.flatMap(own -> own.scalar("memory")).or(() -> scalar(memory)),
        deployed.flatMap(own -> own.scalar("cpus")).or(() -> scalar(cpus)),
        deployed.flatMap(own -> own.scalar("pids")).or(() -> scalar(pids)));
  }

  @Override
  public String toString() {
    return name();
  }
}
