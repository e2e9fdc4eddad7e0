package io.github.dockeraudit.facts.service;

import io.github.dockeraudit.compose.Node;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Sequence;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.yaml.NewEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service may do beyond what it needs, though one line of compose would take it away. */
public final class Hardening {

  private static final String NO_NEW_PRIVILEGES = "no-new-privileges";

  private Hardening() {}

  /** The options of the security modules for a service, {@code :} and {@code =} taken for one. */
  public static Stream<Scalar> securityOptions(Service service) {
    return service.attribute("security_opt").flatMap(Node::asSequence).stream()
        .flatMap(Sequence::scalars);
  }

  /** An option in the one spelling that all have, such as {@code seccomp:unconfined}. */
  public static String normalized(Scalar option) {
    return option.text().replace('=', ':').replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /**
   * The services that may gain rights by programs with the setuid bit; file by file.
   *
   * @param anyOption whether it is enough that a service has any security option
   */
  public static Map<Source, List<DeployedService>> gainingRights(
      Project project, boolean anyOption) {
    Predicate<Service> isSafe =
        service -> gainsNone(service) || anyOption && securityOptions(service).count() > 0;
    Map<Source, List<DeployedService>> byFile =
        DeployedService.in(project)
            .filter(each -> !each.hasAnywhere(isSafe) && !each.isExtended())
            .filter(each -> !each.isForDevelopment())
            .collect(
                Collectors.toMap(
                    each -> each.service().range(), each -> each, (a, b) -> a, LinkedHashMap::new))
            .values()
            .stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.service().range().source(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byFile.values().removeIf(services -> services.stream().allMatch(Hardening::hasAllRights));
    return byFile;
  }

  /** Where nothing else is at fault, this adds nothing to what is said of such a service. */
  private static boolean hasAllRights(DeployedService each) {
    return each.hasAnywhere(service -> service.privileged().isPresent());
  }

  private static boolean gainsNone(Service service) {
    return securityOptions(service)
        .filter(option -> normalized(option).startsWith(NO_NEW_PRIVILEGES))
        .anyMatch(option -> !normalized(option).endsWith(":false"));
  }

  /** Risky: what an image starts with sudo or su does not run any more. */
  public static Remedy gainNone(List<DeployedService> services) {
    NewEntry option = NewEntry.ofList("security_opt", "\"" + NO_NEW_PRIVILEGES + ":true\"");
    List<TextEdit> edits =
        services.stream().flatMap(service -> service.add(option).stream()).toList();
    return edits.size() == services.size()
        ? Remedy.risky("Let no program gain rights", edits)
        : Remedy.none("some services have a security_opt of their own, or share one");
  }
}
