package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.compose.PortRange;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Inline.Sign;
import io.github.dockeraudit.report.document.Listing;
import io.github.dockeraudit.report.document.Listing.Style;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.survey.Configuration;
import io.github.dockeraudit.survey.DeploymentSurvey;
import io.github.dockeraudit.survey.HostPort;
import io.github.dockeraudit.survey.MountSurvey;
import io.github.dockeraudit.survey.NetworkSurvey;
import io.github.dockeraudit.survey.SecretCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said about the settings of one deployment: variables, volumes, networks, ports. */
final class SettingBlocks {

  private static final List<Column> MOUNTS =
      List.of(
          Column.words("Service"),
          Column.words("Kind"),
          Column.words("Source"),
          Column.words("In the container"),
          Column.words("Access"));

  private static final List<Column> NETWORKS =
      List.of(Column.words("Network"), Column.words("Services that reach each other"));

  private static final List<Column> PORTS =
      List.of(
          Column.words("Host"),
          Column.words("Service"),
          Column.words("Port"),
          Column.words("Kind"),
          Column.words("Open to"));

  private final AuditReport report;
  private final DeploymentSurvey deployment;
  private final String id;

  SettingBlocks(AuditReport report, DeploymentSurvey deployment, String id) {
    this.report = report;
    this.deployment = deployment;
    this.id = id;
  }

  private Optional<Section> section(String name, String heading, List<? extends Block> blocks) {
    return Optional.of(new Section(id + "-" + name, Text.of(heading), List.copyOf(blocks)));
  }

  Optional<Section> configuration() {
    List<Text> items = new ArrayList<>();
    Configuration configuration = deployment.configuration();
    if (!configuration.isEmpty()) {
      items.add(uses(configuration));
      items.add(
          Text.of(
              "Environment of services: %s values written in the file, %s from variables, %s taken"
                      .formatted(
                          configuration.literal(),
                          configuration.interpolated(),
                          configuration.passedThrough())
                  + " over from the shell"));
    }
    if (!configuration.envFiles().isEmpty()) {
      items.add(
          Words.codes(configuration.envFiles())
              .and(
                  " is read by %s of %s"
                      .formatted(
                          configuration.servicesWithEnvFile(),
                          Words.count(deployment.services().size(), "service"))));
    }
    if (deployment.secrets().total() > 0) {
      items.add(secrets(deployment.secrets()));
    }
    return items.isEmpty()
        ? Optional.empty()
        : section(
            "configuration",
            "Configuration and secrets",
            List.of(Listing.of(Style.BULLETS, items)));
  }

  private static Text uses(Configuration configuration) {
    if (configuration.names().isEmpty()) {
      return Text.of("No variable is used");
    }
    return Text.of(
        "%s: %s with a default, %s that must be set, %s that may stay empty"
            .formatted(
                Words.count(
                        configuration.withDefault()
                            + configuration.required()
                            + configuration.withoutDefault(),
                        "use")
                    + " of "
                    + Words.count(configuration.names().size(), "variable"),
                configuration.withDefault(),
                configuration.required(),
                configuration.withoutDefault()));
  }

  private static Text secrets(SecretCount secrets) {
    Text text =
        Text.of(Sign.of(secrets.outside() - secrets.withWrittenDefault(), secrets.total()))
            .and(
                " Secrets: %s of %s places take theirs from outside of the file"
                    .formatted(secrets.outside(), secrets.total()));
    Text defaults =
        secrets.withWrittenDefault() == 0
            ? text
            : text.and(
                ", with %s written in it"
                    .formatted(Words.count(secrets.withWrittenDefault(), "default")));
    return secrets.hardCoded() == 0
        ? defaults
        : defaults.and("; %s written into it".formatted(secrets.hardCoded()));
  }

  Optional<Section> volumes() {
    return deployment.mounts().isEmpty()
        ? Optional.empty()
        : section(
            "volumes",
            "Volumes",
            List.of(
                new Table(
                    "Mounts of " + deployment.title(),
                    MOUNTS,
                    deployment.mounts().stream().map(this::row).toList())));
  }

  private List<Text> row(MountSurvey mount) {
    String kind =
        switch (mount.kind()) {
          case NAMED_VOLUME -> "named volume";
          case ANONYMOUS_VOLUME -> "anonymous volume";
          case BIND -> "folder or file of the host";
          case OTHER -> "other";
        };
    return List.of(
        Text.ofCode(mount.service()),
        Text.of(kind + (mount.isData() ? " for data" : "")),
        Words.orDash(
            mount
                .mount()
                .source()
                .map(source -> named(show(source), mount.onHost()))
                .orElse(Text.empty())),
        show(mount.mount().target()),
        Text.of(mount.isReadOnly() ? "read-only" : "read and write"));
  }

  /** A name and, if it has one of its own there, that on the host. */
  private static Text named(Text name, Optional<String> onHost) {
    return onHost.map(own -> name.and(", on the host ").and(Text.ofCode(own))).orElse(name);
  }

  private Text show(Located words) {
    return Text.ofCode(report.show(words.range()));
  }

  Optional<Section> networks() {
    return deployment.networks().isEmpty()
        ? Optional.empty()
        : section(
            "networks",
            "Networks",
            List.of(
                new Table(
                    "Networks of " + deployment.title(),
                    NETWORKS,
                    deployment.networks().stream().map(SettingBlocks::row).toList())));
  }

  private static List<Text> row(NetworkSurvey network) {
    return List.of(
        named(Text.ofCode(network.name()), network.onHost()), Words.codes(network.services()));
  }

  Optional<Section> ports() {
    return deployment.ports().isEmpty()
        ? Optional.empty()
        : section(
            "ports",
            "Ports",
            List.of(
                new Table(
                    "Ports of " + deployment.title(),
                    PORTS,
                    deployment.ports().stream().map(SettingBlocks::row).toList())));
  }

  private static List<Text> row(HostPort port) {
    String host = port.published().map(SettingBlocks::range).orElse("any free port");
    return List.of(
        Text.ofCode(port.address().map(address -> address + ":").orElse("") + host),
        Text.ofCode(port.service()),
        Text.ofCode(range(port.target()) + "/" + port.protocol()),
        Text.of(port.kind().label()),
        reach(port));
  }

  private static String range(PortRange range) {
    return range.size() == 1 ? "" + range.first() : range.first() + "-" + range.last();
  }

  private static Text reach(HostPort port) {
    boolean isData = port.kind().isSensitive();
    return switch (port.reach()) {
      case PUBLIC -> isData ? Text.of(Sign.NO).and(" every host") : Text.of("every host");
      case LOCAL -> Text.of("this host alone");
      case OTHER -> Text.of("one address");
    };
  }
}
