package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.project.PathPatterns;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.source.SourceRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the configuration that accepts findings.
 *
 * @param where where it stands
 * @param labels the rules that it names: ids, names or aliases
 * @param files the files that it speaks of; empty for all
 * @param reason what it gives as the reason; empty if it gives none
 * @param until the last day that it holds; empty if it holds for good
 */
public record SuppressionEntry(
    SourceRange where,
    List<String> labels,
    Optional<PathPatterns> files,
    String reason,
    Optional<LocalDate> until)
    implements Acceptance {

  public SuppressionEntry {
    requireNonNull(where);
    labels = List.copyOf(labels);
    requireNonNull(files);
    requireNonNull(reason);
    requireNonNull(until);
  }

  @Override
  public Kind kind() {
    return Kind.CONFIGURATION;
  }

  /** Whether it holds no longer. */
  boolean isOver(LocalDate today) {
    return until.filter(today::isAfter).isPresent();
  }

  boolean accepts(Finding finding) {
    return labels.stream().anyMatch(finding.rule()::isCalled)
        && files.map(patterns -> patterns.cover(finding.range().source().path())).orElse(true);
  }
}
