package io.github.dockeraudit.compose;

import io.github.dockeraudit.compose.Problem.Correction;
import io.github.dockeraudit.source.Located;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds the parts of a merged model against each other: what one names, another must declare. */
final class Consistency {

  private final Mapping root;
  private final Problems problems;

  /** By section, as they are asked for. */
  private final Map<String, Set<String>> usedNames = new HashMap<>();

  Consistency(Mapping root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  void check() {
    List<Service> services =
        entries("services")
            .filter(entry -> entry.value() instanceof Mapping)
            .map(Service::new)
            .toList();
    services.forEach(this::check);
    new DependencyGraph(services, problems).check();
    entries("volumes").forEachOrdered(this::checkExternal);
    Stream.of("volumes", "networks", "secrets", "configs")
        .flatMap(this::entries)
        .forEachOrdered(this::checkExternalName);
    entries("secrets").forEachOrdered(entry -> checkContent(entry, List.of("file", "environment")));
    entries("configs")
        .forEachOrdered(entry -> checkContent(entry, List.of("file", "environment", "content")));
  }

  private Stream<Entry> entries(String section) {
    return root.mapping(section).stream().flatMap(mapping -> mapping.entries().stream());
  }

  private void check(Service service) {
    checkImage(service);
    service.build().ifPresent(build -> checkBuild(service, build));
    checkNetworks(service);
    service.healthcheck().flatMap(HealthCheck::test).ifPresent(this::checkTest);
    checkItems(service, "ports", PortReader::readItem);
    checkItems(service, "volumes", MountReader::readItem);
    checkItems(service, "extra_hosts", Consistency::checkHost);
    checkItems(service, "devices", Consistency::checkDevice);
    checkVolumes(service);
    checkGrants(service.secrets(), "secrets");
    checkGrants(service.configs(), "configs");
    checkLimits(service);
    checkScale(service);
    Stream.of(service.command(), service.entrypoint())
        .flatMap(Optional::stream)
        .forEachOrdered(this::checkQuotes);
    service.develop().ifPresent(this::checkWatch);
  }

  private void checkImage(Service service) {
    Optional<Scalar> image = service.image();
    boolean none = image.map(name -> name.text().isEmpty()).orElse(true);
    if (!none || service.build().isPresent() || service.attribute("provider").isPresent()) {
      return;
    }
    String message = "Service '%s' has no image; add 'image' or 'build'".formatted(service.name());
    Located place = image.<Located>map(Located.class::cast).orElse(service);
    problems.reportMissing(place, "services", service.name(), message);
  }

  private void checkBuild(Service service, Build build) {
    if (build.dockerfile().isPresent() && build.dockerfileInline().isPresent()) {
      problems.report(
          build.dockerfileInline().get(),
          "'dockerfile_inline' and 'dockerfile' exclude each other; keep one");
    }
    checkGrants(build.secrets(), "secrets");
    Optional<Scalar> platform = service.body().scalar("platform");
    Optional<Sequence> platforms = build.attribute("platforms").flatMap(Node::asSequence);
    if (platform.isPresent()
        && platforms.isPresent()
        && platforms.get().scalars().noneMatch(own -> own.is(platform.get().text()))) {
      problems.report(
          platforms.get(),
          "The platforms of the build lack '%s', the service's; add it"
              .formatted(platform.get().text()));
    }
  }

  private void checkNetworks(Service service) {
    if (service.networkMode().isPresent() && !service.networks().isEmpty()) {
      problems.report(
          service.networkMode().get(),
          "'network_mode' and 'networks' exclude each other; keep one");
    }
    for (Attachment attachment : service.networks()) {
      if (!attachment.network().equals("default")) {
        checkDeclared(attachment.network(), attachment, "networks");
      }
    }
  }

  private void checkDeclared(String name, Located place, String section) {
    if (root.mapping(section).map(declared -> declared.has(name)).orElse(false)) {
      return;
    }
    String kind = section.substring(0, section.length() - 1);
    String message =
        "The %s '%s' is not declared; add it to '%s' at the top level"
            .formatted(kind, name, section);
    problems.reportMissing(place, section, name, message, nearest(place, name, section));
  }

  private Optional<Correction> nearest(Located place, String name, String section) {
    Set<String> used = usedNames.computeIfAbsent(section, this::usedNames);
    List<String> spare =
        entries(section)
            .map(Entry::name)
            .limit(Corrections.MOST_NAMES)
            .filter(other -> !used.contains(other))
            .toList();
    return Corrections.rename(place.range(), name, spare);
  }

  /** What services use of a section; a name that is declared and used is not what was meant. */
  private Set<String> usedNames(String section) {
    Set<String> used = new HashSet<>();
    entries("services")
        .filter(entry -> entry.value() instanceof Mapping)
        .map(Service::new)
        .forEachOrdered(
            service -> {
              switch (section) {
                case "networks" -> service.networks().forEach(n -> used.add(n.network()));
                case "volumes" ->
                    service.volumes().forEach(v -> v.source().ifPresent(s -> used.add(s.text())));
                case "secrets" -> addSources(service.secrets(), used);
                default -> addSources(service.configs(), used);
              }
            });
    return used;
  }

  private static void addSources(List<Grant> grants, Set<String> used) {
    grants.forEach(grant -> grant.source().ifPresent(source -> used.add(source.text())));
  }

  private void checkTest(CommandLine test) {
    List<Scalar> words = test.words();
    if (words.isEmpty()) {
      return;
    }
    Scalar first = words.get(0);
    if (!Set.of("CMD", "CMD-SHELL", "NONE").contains(first.text())) {
      problems.report(first, "A health check list must begin with CMD, CMD-SHELL or NONE; add one");
    }
  }

  /** Reads each item once more, for what is wrong with it. */
  private void checkItems(Service service, String attribute, BiConsumer<Node, Problems> check) {
    service
        .body()
        .sequence(attribute)
        .ifPresent(list -> list.items().forEach(item -> check.accept(item, problems)));
  }

  private static void checkHost(Node item, Problems problems) {
    item.asScalar()
        .filter(host -> host.text().indexOf('=') < 0 && host.text().indexOf(':') < 0)
        .ifPresent(host -> problems.report(host, "The host has no address; write NAME:ADDRESS"));
  }

  private static void checkDevice(Node item, Problems problems) {
    item.asScalar()
        .filter(device -> device.text().split(":", -1).length > 3)
        .ifPresent(
            device ->
                problems.report(
                    device, "The device has too many colons; write HOST:CONTAINER:RIGHTS"));
  }

  private void checkVolumes(Service service) {
    for (Mount mount : service.volumes()) {
      if (mount.type() == Mount.Type.VOLUME) {
        mount
            .source()
            .filter(source -> !source.text().isEmpty())
            .ifPresent(source -> checkDeclared(source.text(), source, "volumes"));
      }
    }
  }

  private void checkGrants(List<Grant> grants, String section) {
    for (Grant grant : grants) {
      grant.source().ifPresent(source -> checkDeclared(source.text(), source, section));
    }
  }

  private void checkLimits(Service service) {
    checkSame(service, "cpus", "limits", "cpus", Consistency::number);
    checkSame(service, "mem_limit", "limits", "memory", Consistency::size);
    checkSame(service, "pids_limit", "limits", "pids", Consistency::number);
    checkSame(service, "mem_reservation", "reservations", "memory", Consistency::size);
  }

  /** What the service says and what its deployment says must be the same. */
  private void checkSame(
      Service service,
      String attribute,
      String kind,
      String resource,
      Function<Scalar, Optional<Double>> reader) {
    Optional<Scalar> own = service.body().scalar(attribute);
    Optional<Mapping> deployed =
        service
            .deploy()
            .flatMap(deploy -> deploy.mapping("resources"))
            .flatMap(resources -> resources.mapping(kind));
    Optional<Double> ownValue = own.flatMap(reader).filter(value -> value != 0);
    if (ownValue.isEmpty() || deployed.isEmpty()) {
      return;
    }
    Optional<Double> value = deployed.get().scalar(resource).flatMap(reader);
    if (!value.equals(ownValue)) {
      problems.report(
          own.get(),
          "'%s' differs from 'deploy.resources.%s.%s'; keep one of the two"
              .formatted(attribute, kind, resource));
    }
  }

  private static Optional<Double> number(Scalar scalar) {
    OptionalDouble number = Values.number(scalar.text());
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private static Optional<Double> size(Scalar scalar) {
    OptionalLong bytes = Values.bytes(scalar.text());
    return bytes.isPresent() ? Optional.of((double) bytes.getAsLong()) : Optional.empty();
  }

  private void checkScale(Service service) {
    Optional<Scalar> scale = service.body().scalar("scale");
    Optional<Scalar> replicas = service.deploy().flatMap(deploy -> deploy.scalar("replicas"));
    if (scale.isPresent()
        && replicas.isPresent()
        && !number(scale.get()).equals(number(replicas.get()))) {
      problems.report(scale.get(), "'scale' differs from 'deploy.replicas'; keep one of the two");
    }
    double containers = scale.or(() -> replicas).flatMap(Consistency::number).orElse(1.0);
    if (containers > 1 && service.containerName().isPresent()) {
      problems.report(
          service.containerName().get(),
          "'container_name' allows one container only; remove it or scale to 1");
    }
  }

  private void checkQuotes(CommandLine command) {
    command
        .string()
        .filter(text -> ShellWords.hasOpenQuote(text.text()))
        .ifPresent(text -> problems.report(text, "A quote is not closed; close it"));
  }

  private void checkWatch(Mapping develop) {
    for (Node item : develop.sequence("watch").map(Sequence::items).orElse(List.of())) {
      Optional<Mapping> watch = item.asMapping();
      Optional<Scalar> action = watch.flatMap(mapping -> mapping.scalar("action"));
      boolean targeted = watch.flatMap(mapping -> mapping.scalar("target")).isPresent();
      if (action.isPresent()
          && !targeted
          && !Set.of("rebuild", "restart").contains(action.get().text())) {
        problems.report(action.get(), "'%s' needs a 'target'; add it".formatted(action.get()));
      }
      watch
          .flatMap(mapping -> mapping.scalar("path"))
          .filter(path -> path.text().isEmpty())
          .ifPresent(path -> problems.report(path, "'path' is empty; name the files to watch"));
    }
  }

  private void checkExternal(Entry volume) {
    Optional<Mapping> options = volume.value().asMapping();
    Optional<Node> external = options.flatMap(mapping -> mapping.get("external"));
    boolean outside =
        external.map(value -> value.asScalar().map(Scalar::isTrue).orElse(true)).orElse(false);
    if (!outside) {
      return;
    }
    for (Entry entry : options.get().entries()) {
      if (!entry.name().equals("name")
          && !entry.name().equals("external")
          && !entry.name().startsWith("x-")) {
        problems.report(
            entry.key().range(),
            "'%s' has no effect on an external volume; remove it".formatted(entry.name()));
      }
    }
  }

  private void checkExternalName(Entry declared) {
    Optional<Mapping> options = declared.value().asMapping();
    Optional<Scalar> name = options.flatMap(mapping -> mapping.scalar("name"));
    Optional<Scalar> outside =
        options
            .flatMap(mapping -> mapping.mapping("external"))
            .flatMap(external -> external.scalar("name"));
    if (name.isPresent() && outside.isPresent() && !name.get().is(outside.get().text())) {
      problems.report(outside.get(), "'external.name' differs from 'name'; keep 'name'");
    }
  }

  private void checkContent(Entry declared, List<String> kinds) {
    Optional<Mapping> options = declared.value().asMapping();
    if (options.isEmpty()) {
      return;
    }
    Set<String> given = new HashSet<>();
    kinds.stream().filter(options.get()::has).forEachOrdered(given::add);
    if (given.size() > 1) {
      problems.report(
          declared.key().range(),
          "'%s' may have only one of %s; remove the others"
              .formatted(declared.name(), String.join(", ", kinds)));
    }
    if (given.isEmpty() && !options.get().has("driver") && !options.get().has("external")) {
      problems.report(
          declared.key().range(),
          "'%s' needs one of %s; add it".formatted(declared.name(), String.join(", ", kinds)));
    }
  }
}
