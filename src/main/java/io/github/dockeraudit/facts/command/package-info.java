/**
 * What developers want to do with the services of a project, which commands of the project do it,
 * and how those that are missing are written.
 *
 * <p>Imports what {@link io.github.dockeraudit.facts} imports, and that.
 */
package io.github.dockeraudit.facts.command;
