package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Finding;

/**
 * A finding that a comment in the file accepts.
 *
 * @param finding what was found
 * @param by the comment that accepts it
 */
public record Suppressed(Finding finding, Suppression by) {}
