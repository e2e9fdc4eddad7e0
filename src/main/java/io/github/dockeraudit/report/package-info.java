/**
 * Tells people and machines what an audit found: console, JSON and the forms of other programs.
 *
 * <p>Reads an {@link io.github.dockeraudit.audit.Audit} and writes characters; the same audit gives
 * the same bytes. Only this package uses Gson. May import everything but {@code rules} and {@code
 * mojo}.
 */
package io.github.dockeraudit.report;
