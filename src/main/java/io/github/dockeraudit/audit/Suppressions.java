package io.github.dockeraudit.audit;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comments of a project's files that accept findings. */
final class Suppressions {

  private final Map<Source, SuppressionIndex> bySource = new IdentityHashMap<>();
  private final List<Suppression> all = new ArrayList<>();

  /**
   * Reads the comments of every Dockerfile and compose file.
   *
   * @param withHadolint whether those in hadolint's form count
   */
  static Suppressions in(Project project, boolean withHadolint) {
    Suppressions suppressions = new Suppressions();
    for (Dockerfile file : project.dockerfiles()) {
      List<Suppression> comments = DockerfileComments.suppressions(file);
      suppressions.add(
          file.source(),
          withHadolint
              ? comments
              : comments.stream().filter(comment -> !comment.isOfHadolint()).toList());
    }
    project
        .composeSources()
        .forEach(source -> suppressions.add(source, YamlComments.suppressions(source)));
    return suppressions;
  }

  private void add(Source source, List<Suppression> comments) {
    if (!comments.isEmpty() && bySource.put(source, new SuppressionIndex(comments)) == null) {
      all.addAll(comments);
    }
  }

  /** All of them. */
  List<Suppression> all() {
    return all;
  }

  /** The first comment that accepts a finding; empty if none does. */
  Optional<Suppression> accepting(Finding finding) {
    SuppressionIndex index = bySource.get(finding.range().source());
    return index == null ? Optional.empty() : index.accepting(finding);
  }
}
