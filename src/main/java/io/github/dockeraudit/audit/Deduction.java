package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.rule.Finding;

/**
 * What a finding costs.
 *
 * @param finding the finding
 * @param points how many points of 100; more than 0
 */
public record Deduction(Finding finding, double points) {

  public Deduction {
    requireNonNull(finding);
  }
}
