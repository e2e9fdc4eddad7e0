package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Mapping;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives a service the limits that it lacks, in the form that its file uses. */
public final class LimitedService {

  private static final List<String> SECTIONS = List.of("deploy", "resources", "limits");

  /** Attributes of a service that compose holds against those of {@code deploy}. */
  private static final List<String> FLAT = List.of("mem_limit", "cpus", "pids_limit");

  private final Project project;
  private final Deployment deployment;
  private final Service service;
  private final boolean lacksMemory;
  private final boolean lacksCpus;

  private LimitedService(
      Project project, Deployment deployment, Service service, boolean asksForCpus) {
    this.project = project;
    this.deployment = deployment;
    this.service = service;
    this.lacksMemory =
        ServiceViews.withProduction(project, deployment, service)
            .noneMatch(LimitedService::limitsMemory);
    this.lacksCpus =
        asksForCpus
            && ServiceViews.withProduction(project, deployment, service)
                .noneMatch(LimitedService::limitsCpus);
  }

  /**
   * The services of a project that lack a limit, deployment by deployment; not one that has it in
   * some deployment, such as that with the override for production.
   *
   * @param asksForCpus whether they are to have a limit of processors too
   */
  public static Stream<LimitedService> in(Project project, boolean asksForCpus) {
    return project.deployments().stream()
        .flatMap(
            deployment ->
                deployment.services().stream()
                    .filter(LimitedService::isRun)
                    .map(each -> new LimitedService(project, deployment, each, asksForCpus)))
        .filter(limited -> limited.lacksMemory || limited.lacksCpus);
  }

  /** What has neither is only a part of a service, or is provided by something else. */
  private static boolean isRun(Service service) {
    return service.image().isPresent() || service.build().isPresent();
  }

  /** The service. */
  public Service service() {
    return service;
  }

  /** What of it has no limit, in words. */
  public String lacking() {
    return lacksMemory && lacksCpus ? "memory or CPU" : lacksMemory ? "memory" : "CPU";
  }

  /**
   * The edits that limit it, or the reason why there are none.
   *
   * @param limits what services get by their own name or the {@linkplain ServiceKind#label() label}
   *     of their kind; more memory, if one is known to need it
   */
  public Remedy remedy(Map<String, ResourceLimit> limits) {
    return obstacle().map(Remedy::none).orElseGet(() -> add(limit(limits)));
  }

  private ResourceLimit limit(Map<String, ResourceLimit> limits) {
    ServiceKind kind = ServiceKind.of(project, deployment, service);
    return limits
        .getOrDefault(service.name(), limits.getOrDefault(kind.label(), kind.limit()))
        .atLeast(MemoryNeed.of(service));
  }

  /** Whether a service has a limit of memory; Docker takes 0 for none. */
  public static boolean limitsMemory(Service service) {
    return service.limits().memory().filter(limit -> limit.bytes().orElse(1) > 0).isPresent();
  }

  /** Whether a service has a limit of processors; Docker takes 0 for none, and a quota of -1. */
  public static boolean limitsCpus(Service service) {
    return service.attribute("cpuset").isPresent()
        || Stream.concat(
                service.limits().cpus().stream(),
                Stream.of("cpu_quota", "cpu_count", "cpu_percent")
                    .flatMap(name -> service.body().scalar(name).stream()))
            .anyMatch(limit -> limit.number().orElse(1) > 0);
  }

  private Optional<String> obstacle() {
    Optional<String> base =
        service
            .extended()
            .filter(extended -> extended.file().isEmpty())
            .flatMap(extended -> extended.service())
            .flatMap(name -> deployment.service(name.text()))
            .filter(extended -> extended.image().isPresent() || extended.build().isPresent())
            .map(extended -> "it extends '%s', which is to get them".formatted(extended.name()));
    if (base.isPresent()) {
      return base;
    }
    if (reservesDevices()) {
      return Optional.of("it uses devices such as GPUs, which tell nothing of its memory");
    }
    boolean isZero =
        service.limits().memory().filter(memory -> memory.bytes().orElse(1) == 0).isPresent()
            || service.limits().cpus().filter(cpus -> cpus.number().orElse(1) == 0).isPresent();
    return isZero ? Optional.of("a limit of 0 says that there is none") : Optional.empty();
  }

  private boolean reservesDevices() {
    return service
        .deploy()
        .flatMap(deploy -> deploy.mapping("resources"))
        .flatMap(resources -> resources.mapping("reservations"))
        .flatMap(reservations -> reservations.get("devices"))
        .isPresent();
  }

  private Remedy add(ResourceLimit limit) {
    List<Service> views = ServiceViews.of(project, service).toList();
    boolean flat = views.stream().anyMatch(LimitedService::isFlat);
    boolean deployed = views.stream().anyMatch(view -> deployed(view).isPresent());
    if (flat && deployed) {
      return Remedy.none("its limits are written in two ways; keep one of them first");
    }
    List<NewEntry> ofDeploy = entries("memory", limit.memory(), '"' + limit.cpus() + '"');
    List<NewEntry> ofService =
        entries("mem_limit", limit.memory().toLowerCase(Locale.ROOT), limit.cpus());
    Optional<YamlPath> place = deployment.path(service.range());
    Optional<TextEdit> below = place.flatMap(path -> addBelow(path, 0, ofDeploy));
    Optional<TextEdit> beside = place.flatMap(path -> path.add(ofService));
    boolean prefersFlat = flat || !deployed && isFlatFile();
    return (prefersFlat ? beside : deployed ? below : below.or(() -> beside))
        .map(edit -> Remedy.risky(title(limit), List.of(edit)))
        .orElseGet(() -> Remedy.none("it shares its attributes with others through an anchor"));
  }

  private String title(ResourceLimit limit) {
    String processors = "processors to " + limit.cpus();
    return !lacksMemory
        ? "Limit " + processors
        : "Limit memory to %s%s".formatted(limit.memory(), lacksCpus ? " and " + processors : "");
  }

  private List<NewEntry> entries(String memoryKey, String memory, String cpus) {
    List<NewEntry> entries = new ArrayList<>();
    if (lacksMemory) {
      entries.add(NewEntry.of(memoryKey, memory));
    }
    if (lacksCpus) {
      entries.add(NewEntry.of("cpus", cpus));
    }
    return entries;
  }

  private static boolean isFlat(Service service) {
    return FLAT.stream().anyMatch(name -> service.attribute(name).isPresent());
  }

  private static Optional<Mapping> deployed(Service service) {
    return service
        .deploy()
        .flatMap(deploy -> deploy.mapping("resources"))
        .flatMap(resources -> resources.mapping("limits"));
  }

  /** Whether other services of the file have limits, and none below {@code deploy}. */
  private boolean isFlatFile() {
    List<Service> others =
        deployment.services().stream()
            .filter(other -> other.range().source() == service.range().source())
            .toList();
    return others.stream()
            .anyMatch(other -> other.body().has("mem_limit") || other.body().has("cpus"))
        && others.stream().noneMatch(other -> deployed(other).isPresent());
  }

  /** Goes as deep as the sections are there, and writes those that are not. */
  private static Optional<TextEdit> addBelow(YamlPath path, int depth, List<NewEntry> entries) {
    if (depth == SECTIONS.size()) {
      return path.add(entries);
    }
    String section = SECTIONS.get(depth);
    Optional<YamlPath> next = path.into(section);
    if (next.isPresent()) {
      return addBelow(next.get(), depth + 1, entries);
    }
    return isMergedIn(path.node(), section)
        ? Optional.empty()
        : path.add(List.of(nested(depth, entries)));
  }

  /** What a merge key brings would be hidden by an own section of that name. */
  private static boolean isMergedIn(YamlNode node, String section) {
    return node instanceof YamlMapping mapping && mapping.get(section).isPresent();
  }

  private static NewEntry nested(int depth, List<NewEntry> entries) {
    return NewEntry.of(
        SECTIONS.get(depth),
        depth == SECTIONS.size() - 1 ? entries : List.of(nested(depth + 1, entries)));
  }
}
