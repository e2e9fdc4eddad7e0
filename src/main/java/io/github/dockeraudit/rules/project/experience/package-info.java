/**
 * Rules about how easy it is to work with a project.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.project.experience;
