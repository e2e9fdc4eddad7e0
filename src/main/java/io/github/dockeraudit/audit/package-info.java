/**
 * Runs rules over a project: selection, suppression, threshold.
 *
 * <p>Takes an immutable project, gives an immutable {@link io.github.dockeraudit.audit.Audit}. May
 * import the packages of the models and {@code rule}; knows neither Maven nor any report nor any
 * single rule.
 */
package io.github.dockeraudit.audit;
