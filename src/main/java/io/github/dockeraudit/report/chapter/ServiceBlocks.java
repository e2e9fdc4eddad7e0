package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.facts.HealthOrigin;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Graph;
import io.github.dockeraudit.report.document.Inline.Sign;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Table;
import io.github.dockeraudit.report.document.Table.Column;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.report.document.Tone;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.survey.DeploymentSurvey;
import io.github.dockeraudit.survey.ProfileSurvey;
import io.github.dockeraudit.survey.ServiceSurvey;
import io.github.dockeraudit.survey.StartOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said about the services of one deployment. */
final class ServiceBlocks {

  private static final List<Column> SERVICES =
      List.of(
          Column.words("Service"),
          Column.words("Kind"),
          Column.words("Runs"),
          Column.words("Profiles"),
          Column.words("Waits for"),
          Column.words("Memory"),
          Column.words("CPUs"),
          Column.words("Restart"));

  private static final List<Column> HEALTH =
      List.of(
          Column.words("Service"),
          Column.words("Checked"),
          Column.words("Where"),
          Column.words("Command"),
          Column.words("Interval"));

  private static final List<Column> PROFILES =
      List.of(Column.words("Started with"), Column.words("Services"), Column.numbers("In all"));

  private final AuditReport report;
  private final DeploymentSurvey deployment;
  private final String id;

  ServiceBlocks(AuditReport report, DeploymentSurvey deployment, String id) {
    this.report = report;
    this.deployment = deployment;
    this.id = id;
  }

  Table table() {
    return new Table(
        "Services of " + deployment.title(),
        SERVICES,
        deployment.services().stream().map(this::row).toList());
  }

  private List<Text> row(ServiceSurvey service) {
    return List.of(
        Text.ofCode(service.name()),
        Text.of(service.kind().label() + (service.isJob() ? ", a job" : "")),
        runs(service),
        Words.orDash(Words.codes(service.profiles())),
        Words.orDash(
            service.dependsOn().stream()
                .map(edge -> Text.ofCode(edge.on()).and(" (" + edge.shortCondition() + ")"))
                .collect(Text.joining())),
        limit(service.hasMemoryLimit(), service.limits().memory().map(one -> one.range())),
        limit(service.hasCpuLimit(), service.limits().cpus().map(one -> one.range())),
        service.restart().map(Text::ofCode).orElse(Text.of("-")));
  }

  private Text runs(ServiceSurvey service) {
    return service
        .buildsFrom()
        .or(() -> service.service().image().map(image -> report.show(image.range())))
        .map(Text::ofCode)
        .orElse(Text.of("-"));
  }

  private Text limit(boolean isLimited, Optional<SourceRange> written) {
    return written
        .map(range -> Text.ofCode(report.show(range)))
        .orElse(Text.of(isLimited ? "limited" : "-"));
  }

  /** Left out where no service depends on another. */
  Optional<Section> dependencies() {
    boolean none = deployment.services().stream().allMatch(one -> one.dependsOn().isEmpty());
    if (none) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(graph());
    blocks.add(new Paragraph(order(deployment.order())));
    return Optional.of(new Section(id + "-dependencies", Text.of("Dependencies"), blocks));
  }

  private Graph graph() {
    Set<String> known =
        deployment.services().stream().map(ServiceSurvey::name).collect(Collectors.toSet());
    return new Graph(
        "Which service waits for which in " + deployment.title(),
        deployment.services().stream().map(ServiceBlocks::node).toList(),
        deployment.services().stream()
            .flatMap(
                service ->
                    service.dependsOn().stream()
                        .filter(edge -> known.contains(edge.on()))
                        .map(
                            edge ->
                                new Graph.Edge(service.name(), edge.on(), edge.shortCondition())))
            .toList());
  }

  private static Graph.Node node(ServiceSurvey service) {
    Tone tone =
        service.health().isChecked()
            ? Tone.GOOD
            : service.health().origin().kind() == HealthOrigin.Kind.NONE && !service.isJob()
                ? Tone.POOR
                : Tone.NEUTRAL;
    String note = service.kind().label() + (tone == Tone.POOR ? ", not checked" : "");
    return new Graph.Node(service.name(), service.name(), note, tone);
  }

  private static Text order(StartOrder order) {
    Text text = order.waves().stream().map(Words::codes).collect(Text.joining(", then "));
    Text start = text.isEmpty() ? Text.empty() : Text.of("Start order: ").and(text).and(".");
    return order.blocked().isEmpty()
        ? start
        : start
            .and(start.isEmpty() ? "" : " ")
            .and(Sign.NO)
            .and(" Never start, for they wait for each other: ")
            .and(Words.codes(order.blocked()))
            .and(".");
  }

  Section health() {
    long checked = deployment.checked().size();
    return new Section(
        id + "-health",
        Text.of("Health checks: %s of %s".formatted(checked, deployment.services().size())),
        List.of(
            new Table(
                "Health checks of " + deployment.title(),
                HEALTH,
                deployment.services().stream().map(this::healthRow).toList())));
  }

  private List<Text> healthRow(ServiceSurvey service) {
    return List.of(
        Text.ofCode(service.name()),
        checked(service),
        Words.orDash(
            service
                .health()
                .origin()
                .where()
                .map(w -> Text.ofCode(w.toString()))
                .orElse(Text.empty())),
        Words.orDash(
            service
                .health()
                .command()
                .map(range -> Text.ofCode(report.show(range)))
                .orElse(Text.empty())),
        Text.of(service.health().interval().orElse("-")));
  }

  private static Text checked(ServiceSurvey service) {
    return switch (service.health().origin().kind()) {
      case COMPOSE -> Text.of(Sign.YES);
      case STAGE -> Text.of(Sign.YES).and(" inherited from its stage");
      case BASE_IMAGE -> Text.of(Sign.YES).and(" inherited from its image");
      case DISABLED -> Text.of("switched off");
      case UNKNOWN -> Text.of("not known");
      case NONE -> service.isJob() ? Text.of("not needed: it ends") : Text.of(Sign.NO);
    };
  }

  /** Left out where there are none. */
  Optional<Section> profiles() {
    return deployment.profiles().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                id + "-profiles",
                Text.of("Profiles"),
                List.of(
                    new Table(
                        "Profiles of " + deployment.title(),
                        PROFILES,
                        deployment.profiles().stream().map(ServiceBlocks::row).toList()))));
  }

  private static List<Text> row(ProfileSurvey profile) {
    Text name =
        profile.name().isEmpty()
            ? Text.of("no profile")
            : Text.ofCode("--profile " + profile.name());
    Text adds = Words.orDash(Words.codes(profile.adds()));
    return List.of(
        name,
        profile.name().isEmpty() ? adds : Text.of("and ").and(adds),
        Text.of(String.valueOf(profile.count())));
  }
}
