/**
 * Turns what rules say of themselves into documentation: a page for each, and the table of all.
 *
 * <p>May import {@code rule} and what that imports, {@code audit} and {@code config}.
 */
package io.github.dockeraudit.docs;
