package io.github.dockeraudit.survey;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.compose.Problem;
import io.github.dockeraudit.facts.HealthOrigin;
import io.github.dockeraudit.survey.HostPort.Reach;
import io.github.dockeraudit.survey.MountSurvey.Kind;
import io.github.dockeraudit.survey.ServiceSurvey.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is well done in one deployment, told only where it holds throughout. */
final class DeploymentStrengths {

  private final DeploymentSurvey survey;
  private final List<Strength> found = new ArrayList<>();

  private DeploymentStrengths(DeploymentSurvey survey) {
    this.survey = survey;
  }

  /** The strengths, the weightiest first; none for a deployment that compose refuses. */
  static List<Strength> of(DeploymentSurvey survey) {
    if (survey.deployment().problems().stream().anyMatch(Problem::isCertain)) {
      return List.of();
    }
    DeploymentStrengths strengths = new DeploymentStrengths(survey);
    strengths.findSecrets();
    strengths.findHealth();
    strengths.findOrder();
    strengths.findLimits();
    strengths.findPorts();
    strengths.findVolumes();
    strengths.findProfiles();
    return strengths.found.stream().sorted().toList();
  }

  private void add(Strength.Kind kind, String text, Object... args) {
    found.add(new Strength(kind, text.formatted(args)));
  }

  private void findSecrets() {
    SecretCount secrets = survey.secrets();
    if (secrets.outside() > 0 && secrets.hardCoded() == 0 && secrets.withWrittenDefault() == 0) {
      add(
          Strength.Kind.SECRETS_OUTSIDE,
          secrets.outside() == 1
              ? "No secret in the file: the one that is needed comes from outside"
              : "No secret in the file: all %s places take theirs from outside",
          secrets.outside());
    }
  }

  private void findHealth() {
    List<ServiceSurvey> lasting =
        survey.services().stream().filter(service -> !service.isJob()).toList();
    if (lasting.size() > 1 && lasting.stream().allMatch(one -> one.health().isChecked())) {
      add(Strength.Kind.HEALTH_CHECKS, "All %s services have a health check", lasting.size());
    }
  }

  /** Those that can be waited for are. */
  private void findOrder() {
    Map<String, ServiceSurvey> byName =
        survey.services().stream()
            .collect(Collectors.toMap(ServiceSurvey::name, Function.identity(), (a, b) -> a));
    List<Edge> edges =
        survey.services().stream().flatMap(service -> service.dependsOn().stream()).toList();
    boolean allWaited =
        edges.stream()
            .allMatch(edge -> byName.containsKey(edge.on()) && waits(edge, byName.get(edge.on())));
    if (!edges.isEmpty() && allWaited && survey.order().blocked().isEmpty()) {
      add(
          Strength.Kind.ORDERED_START,
          edges.size() == 1
              ? "Ordered start: the one dependency waits until the other service is ready"
              : "Ordered start: all %s dependencies wait until the other service is ready",
          edges.size());
    }
  }

  private static boolean waits(Edge edge, ServiceSurvey on) {
    return edge.condition().equals("service_completed_successfully")
        || edge.condition().equals("service_healthy")
            && on.health().origin().kind() != HealthOrigin.Kind.NONE
            && on.health().origin().kind() != HealthOrigin.Kind.DISABLED;
  }

  private void findLimits() {
    boolean all =
        survey.services().stream().allMatch(one -> one.hasMemoryLimit() && one.hasCpuLimit());
    if (!survey.services().isEmpty() && all) {
      add(
          Strength.Kind.LIMITS,
          survey.services().size() == 1
              ? "Memory and processors of the one service are limited"
              : "Memory and processors of all %s services are limited",
          survey.services().size());
    }
  }

  private void findPorts() {
    List<String> data =
        survey.services().stream()
            .filter(service -> service.kind().isSensitive())
            .map(ServiceSurvey::name)
            .toList();
    boolean isOpen =
        survey.ports().stream()
            .anyMatch(port -> data.contains(port.service()) && port.reach() != Reach.LOCAL);
    boolean isOnHost =
        survey.services().stream()
            .anyMatch(one -> data.contains(one.name()) && one.service().networkMode().isPresent());
    if (!data.isEmpty() && !isOpen && !isOnHost) {
      add(Strength.Kind.CLOSED_DATA_PORTS, "Not open to the network: %s", String.join(", ", data));
    }
  }

  private void findVolumes() {
    List<ServiceSurvey> databases = survey.databases();
    boolean allNamed =
        databases.stream()
            .allMatch(
                database ->
                    survey.mounts().stream()
                        .anyMatch(
                            mount ->
                                mount.service().equals(database.name())
                                    && mount.isData()
                                    && mount.kind() == Kind.NAMED_VOLUME));
    if (!databases.isEmpty() && allNamed) {
      add(
          Strength.Kind.NAMED_DATA,
          "The data of %s is in a named volume",
          databases.stream().map(ServiceSurvey::name).collect(joining(", ")));
    }
    findReadOnly();
  }

  /** Told where it is the habit, not where it happens once. */
  private void findReadOnly() {
    List<MountSurvey> ofHost =
        survey.mounts().stream().filter(mount -> mount.kind() == Kind.BIND).toList();
    long readOnly = ofHost.stream().filter(MountSurvey::isReadOnly).count();
    if (readOnly > 0 && readOnly * 2 >= ofHost.size()) {
      add(
          Strength.Kind.READ_ONLY_MOUNTS,
          "%s of %s files and folders of the host are mounted read-only",
          readOnly,
          ofHost.size());
    }
  }

  private void findProfiles() {
    if (survey.profiles().size() > 1) {
      add(
          Strength.Kind.PROFILES,
          "Optional services are behind profiles: %s",
          survey.profiles().stream()
              .map(ProfileSurvey::name)
              .filter(name -> !name.isEmpty())
              .collect(joining(", ")));
    }
  }
}
