package io.github.dockeraudit.survey;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.facts.command.Need;
import io.github.dockeraudit.facts.command.OfferedCommands;
import io.github.dockeraudit.project.DeveloperCommand;
import io.github.dockeraudit.project.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a project offers to its developers.
 *
 * @param commands how many commands there are, by the file that has them
 * @param offered the commands for each task, in the order of files and places
 * @param missing the tasks that its services call for and that no command is for
 * @param steps how a new developer gets it running, so far as the files say
 */
public record DeveloperSurvey(
    SortedMap<String, Integer> commands,
    Map<Task, List<DeveloperCommand>> offered,
    Set<Task> missing,
    List<SetupStep> steps) {

  public DeveloperSurvey {
    commands = Collections.unmodifiableSortedMap(new TreeMap<>(commands));
    offered = Collections.unmodifiableMap(offered);
    missing = Collections.unmodifiableSet(missing);
    steps = List.copyOf(steps);
  }

  static DeveloperSurvey of(Project project, List<DeploymentSurvey> deployments) {
    SortedMap<String, Integer> commands = new TreeMap<>();
    Map<Task, List<DeveloperCommand>> offered = new EnumMap<>(Task.class);
    for (DeveloperCommand command : project.commands()) {
      commands.merge(command.range().source().path(), 1, Integer::sum);
      for (Task task : TaskRecognition.tasks(command)) {
        offered.computeIfAbsent(task, key -> new ArrayList<>()).add(command);
      }
    }
    offered.replaceAll((task, list) -> List.copyOf(list));
    Set<Task> missing = missing(project, deployments);
    offered.keySet().removeAll(missing);
    return new DeveloperSurvey(
        commands, offered, missing, SetupStep.of(project, deployments, offered));
  }

  /** None where nobody knows all that is offered. */
  private static Set<Task> missing(Project project, List<DeploymentSurvey> deployments) {
    return Stream.concat(
            OfferedCommands.in(project).flatMap(OfferedCommands::missing),
            OfferedCommands.withoutAny(project).stream()
                .flatMap(deployment -> wanted(deployment, deployments)))
        .map(need -> Task.valueOf(need.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Task.class)));
  }

  private static Stream<Need> wanted(Deployment deployment, List<DeploymentSurvey> deployments) {
    boolean isBuilt = deployment.services().stream().anyMatch(one -> one.build().isPresent());
    boolean hasDatabase =
        deployments.stream()
            .filter(survey -> survey.deployment() == deployment)
            .anyMatch(survey -> !survey.databases().isEmpty());
    return Stream.of(Need.values())
        .filter(need -> hasDatabase || !need.isOfData())
        .filter(need -> isBuilt || need != Need.BUILD);
  }
}
