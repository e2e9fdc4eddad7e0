package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.audit.Scorecard;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.survey.Advice.Priority;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of the way: all advice of one priority.
 *
 * @param priority the priority
 * @param advice what to do, in order; at least one
 * @param after the marks that the project has once it is done and all before it
 */
public record Milestone(Priority priority, List<Advice> advice, Scorecard after) {

  public Milestone {
    requireNonNull(priority);
    advice = List.copyOf(advice);
    requireNonNull(after);
  }

  /** The milestones that there is anything to do for. */
  static List<Milestone> of(Scorecard score, List<Advice> advice) {
    List<Milestone> milestones = new ArrayList<>();
    Set<Finding> gone = new HashSet<>();
    for (Priority priority : Priority.values()) {
      List<Advice> ofPriority = advice.stream().filter(one -> one.priority() == priority).toList();
      ofPriority.forEach(one -> gone.addAll(one.findings()));
      if (!ofPriority.isEmpty()) {
        milestones.add(new Milestone(priority, ofPriority, score.without(gone)));
      }
    }
    return List.copyOf(milestones);
  }
}
