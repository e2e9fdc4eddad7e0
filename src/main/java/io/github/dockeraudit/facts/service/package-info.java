/**
 * How the services of a project are run: which of them go on, which are for development, what they
 * lack and how a compose file comes to say it.
 *
 * <p>A service that several deployments read from one place counts once, and has what any of them
 * gives it. Imports what {@link io.github.dockeraudit.facts} imports, and that.
 */
package io.github.dockeraudit.facts.service;
