/**
 * How compose files are written, whatever it means: order, quotes and blank lines.
 *
 * <p>Imports what {@link io.github.dockeraudit.facts} imports, and that.
 */
package io.github.dockeraudit.facts.layout;
