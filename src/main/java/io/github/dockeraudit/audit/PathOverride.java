package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.project.PathPatterns;
import java.util.List;

/**
 * What is otherwise for some files.
 *
 * @param files which
 * @param rules what holds there, the last word last; options hold for a rule as a whole and cannot
 *     be among it
 */
public record PathOverride(PathPatterns files, List<RuleSetting> rules) {

  public PathOverride {
    requireNonNull(files);
    rules = List.copyOf(rules);
  }
}
