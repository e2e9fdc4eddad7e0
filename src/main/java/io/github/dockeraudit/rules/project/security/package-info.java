/**
 * Rules about files of a project by which secrets get where they do not belong.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.project.security;
