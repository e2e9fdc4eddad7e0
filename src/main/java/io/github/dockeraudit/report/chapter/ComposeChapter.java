package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.audit.Mark;
import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Listing;
import io.github.dockeraudit.report.document.Listing.Style;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.survey.DeploymentSurvey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Each deployment: its services, how they hang together and how they are configured. */
final class ComposeChapter implements Chapter {

  @Override
  public Optional<Section> of(AuditReport report) {
    List<DeploymentSurvey> deployments =
        report.survey().deployments().stream()
            .filter(deployment -> !deployment.services().isEmpty())
            .toList();
    if (deployments.isEmpty()) {
      return Optional.empty();
    }
    Glance glance = new Glance(deployments.stream().map(one -> row(report, one)).toList());
    List<Block> blocks = new ArrayList<>(glance.table("deployment", ComposeChapter::id));
    int number = 0;
    for (int i : glance.inFull()) {
      number++;
      blocks.add(section(report, deployments.get(i), id(String.valueOf(number))));
    }
    return Optional.of(new Section("compose", Text.of("Compose"), blocks));
  }

  private static String id(String number) {
    return "compose-" + number;
  }

  private static Glance.Row row(AuditReport report, DeploymentSurvey deployment) {
    Mark lowest =
        deployment.deployment().files().stream()
            .map(file -> report.scorecard().mark(file.source()))
            .min(Comparator.comparingDouble(Mark::points))
            .orElseThrow();
    return new Glance.Row(deployment.title(), lowest, deployment.weaknesses());
  }

  private static Section section(AuditReport report, DeploymentSurvey deployment, String id) {
    ServiceBlocks services = new ServiceBlocks(report, deployment, id);
    SettingBlocks settings = new SettingBlocks(report, deployment, id);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(Text.of(overview(deployment))));
    if (!deployment.strengths().isEmpty()) {
      List<Text> strengths = deployment.strengths().stream().map(SummaryChapter::strength).toList();
      blocks.add(named(id + "-strengths", "Strengths", Listing.of(Style.BULLETS, strengths)));
    }
    blocks.add(services.table());
    services.dependencies().ifPresent(blocks::add);
    blocks.add(services.health());
    services.profiles().ifPresent(blocks::add);
    settings.configuration().ifPresent(blocks::add);
    settings.volumes().ifPresent(blocks::add);
    settings.networks().ifPresent(blocks::add);
    settings.ports().ifPresent(blocks::add);
    if (!deployment.weaknesses().isEmpty()) {
      blocks.add(
          named(
              id + "-weaknesses",
              "Weaknesses",
              DockerfilesChapter.weaknesses(deployment.title(), deployment.weaknesses())));
    }
    return new Section(id, heading(report, deployment), blocks);
  }

  private static Section named(String id, String heading, Block block) {
    return new Section(id, Text.of(heading), List.of(block));
  }

  /** The grade is that of the file, where there is only one. */
  private static Text heading(AuditReport report, DeploymentSurvey deployment) {
    Text files = deployment.files().stream().map(Text::ofCode).collect(Text.joining(" + "));
    return deployment.files().size() > 1
        ? files
        : files
            .and(" ")
            .grade(
                report
                    .survey()
                    .score()
                    .mark(deployment.deployment().baseFile().source())
                    .grade()
                    .label());
  }

  private static String overview(DeploymentSurvey deployment) {
    int services = deployment.services().size();
    long limited =
        deployment.services().stream()
            .filter(one -> one.hasMemoryLimit() && one.hasCpuLimit())
            .count();
    long restarting =
        deployment.services().stream().filter(one -> one.restart().isPresent()).count();
    return "%s: with a health check %s, with limits on memory and processors %s, with a restart policy %s."
        .formatted(
            Words.count(services, "service"), deployment.checked().size(), limited, restarting);
  }
}
