package io.github.dockeraudit.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An earlier audit of the same project, as its report tells it.
 *
 * @param findings what was found and not accepted, in the order of file and place
 * @param overall the overall score then; empty if the report has none
 * @param marks the scores of the aspects that the report has
 */
public record EarlierAudit(
    List<EarlierFinding> findings, Optional<Integer> overall, Map<Aspect, Integer> marks) {

  public EarlierAudit {
    findings = List.copyOf(findings);
    Objects.requireNonNull(overall);
    marks = Map.copyOf(marks);
  }
}
