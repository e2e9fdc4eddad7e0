/**
 * Rules about files of a project that together are hard to change.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.project.maintainability;
