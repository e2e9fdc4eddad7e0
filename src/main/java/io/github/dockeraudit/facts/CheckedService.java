package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a service the health check that is known for what it runs. */
public final class CheckedService {

  private static final String HEALTHCHECK = "healthcheck";

  private CheckedService() {}

  /** The edits that give a service a check in the file that it is written in. */
  public static Remedy remedy(Project project, Deployment deployment, Service service) {
    Optional<String> base =
        service
            .extended()
            .filter(extended -> extended.file().isEmpty())
            .flatMap(extended -> extended.service())
            .filter(name -> deployment.service(name.text()).isPresent())
            .map(name -> "it extends '%s', which is to get one".formatted(name.text()));
    if (base.isPresent()) {
      return Remedy.none(base.get());
    }
    ServiceProbe probe = probe(project, deployment, service);
    return probe
        .obstacle()
        .map(Remedy::none)
        .orElseGet(
            () ->
                deployment
                    .path(service.range())
                    .flatMap(path -> add(path, probe))
                    .map(edit -> remedy(edit, probe))
                    .orElseGet(() -> Remedy.none("it shares its attributes through an anchor")));
  }

  private static ServiceProbe probe(Project project, Deployment deployment, Service service) {
    Optional<ImageReference> image =
        service
            .image()
            .filter(unused -> service.build().isEmpty())
            .flatMap(Scalar::value)
            .flatMap(ImageReference::parse);
    return image
        .flatMap(
            reference ->
                ServiceImages.find(reference)
                    .filter(known -> known.healthCheckTest().isPresent())
                    .map(known -> new KnownProbe(service, known, reference).probe()))
        .orElseGet(
            () ->
                new ProgramProbe(
                        service,
                        project.build(deployment, service).flatMap(build -> build.stage()),
                        image)
                    .probe());
  }

  private static Remedy remedy(TextEdit edit, ServiceProbe probe) {
    String title = "Give it a health check";
    return probe.isRisky()
        ? Remedy.risky(title, List.of(edit))
        : Remedy.intended(title, List.of(edit));
  }

  /** A check that only has times gets its test; what a merge key brings is left alone. */
  private static Optional<TextEdit> add(YamlPath service, ServiceProbe probe) {
    NewEntry test = NewEntry.of("test", probe.test());
    Optional<YamlPath> own = service.into(HEALTHCHECK);
    if (own.isPresent()) {
      return own.get().into("test").isPresent() ? Optional.empty() : own.get().add(List.of(test));
    }
    if (service.node() instanceof YamlMapping mapping && mapping.get(HEALTHCHECK).isPresent()) {
      return Optional.empty();
    }
    List<NewEntry> entries = new ArrayList<>(List.of(test));
    entries.addAll(probe.timing().entries());
    return service.add(List.of(NewEntry.of(HEALTHCHECK, entries)));
  }
}
