package io.github.dockeraudit.fix;

import io.github.dockeraudit.rule.Finding;

/**
 * A finding that stands after fixing.
 *
 * @param finding the finding, at its place in the fixed file
 * @param reason why it was left, as a clause for a list
 */
public record LeftFinding(Finding finding, String reason) {}
