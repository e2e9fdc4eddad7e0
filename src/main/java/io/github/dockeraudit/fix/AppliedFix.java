package io.github.dockeraudit.fix;

import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;

/**
 * A fix that was made.
 *
 * @param finding what it mended; its place is that in the round in which it was made, to which
 *     earlier rounds may have added lines
 * @param fix what was done
 */
public record AppliedFix(Finding finding, Fix fix) {}
