/**
 * Rules about files of a project that together make builds slow or images large.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.project.performance;
