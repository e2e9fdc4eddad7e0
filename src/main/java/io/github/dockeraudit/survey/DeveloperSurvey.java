package io.github.dockeraudit.survey;

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
    Set<Task> missing = wanted(project, deployments);
    missing.removeAll(offered.keySet());
    return new DeveloperSurvey(
        commands, offered, missing, SetupStep.of(project, deployments, offered));
  }

  /** What can be done with the services that there are. */
  private static Set<Task> wanted(Project project, List<DeploymentSurvey> deployments) {
    EnumSet<Task> wanted = EnumSet.noneOf(Task.class);
    boolean hasServices = deployments.stream().anyMatch(one -> !one.services().isEmpty());
    if (hasServices) {
      wanted.addAll(EnumSet.of(Task.UP, Task.DOWN, Task.LOGS, Task.PS, Task.SHELL, Task.CLEAN));
    }
    if (!project.builds().isEmpty()) {
      wanted.add(Task.BUILD);
    }
    if (deployments.stream().anyMatch(one -> !one.databases().isEmpty())) {
      wanted.addAll(EnumSet.of(Task.BACKUP, Task.RESTORE));
    }
    return wanted;
  }
}
