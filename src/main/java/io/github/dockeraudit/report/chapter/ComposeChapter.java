package io.github.dockeraudit.report.chapter;

import io.github.dockeraudit.report.document.Block;
import io.github.dockeraudit.report.document.Listing;
import io.github.dockeraudit.report.document.Listing.Style;
import io.github.dockeraudit.report.document.Paragraph;
import io.github.dockeraudit.report.document.Section;
import io.github.dockeraudit.report.document.Text;
import io.github.dockeraudit.survey.DeploymentSurvey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each deployment: its services, how they hang together and how they are configured. */
final class ComposeChapter implements Chapter {

  @Override
  public Optional<Section> of(AuditReport report) {
    List<Block> sections = new ArrayList<>();
    for (DeploymentSurvey deployment : report.survey().deployments()) {
      if (!deployment.services().isEmpty()) {
        sections.add(section(report, deployment, "compose-" + (sections.size() + 1)));
      }
    }
    return sections.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section("compose", Text.of("Compose"), sections));
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
    return "%s: with a health check %d, with limits on memory and processors %d, with a restart policy %d."
        .formatted(
            Words.count(services, "service"), deployment.checked().size(), limited, restarting);
  }
}
