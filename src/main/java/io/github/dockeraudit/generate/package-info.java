/**
 * Writes the files that a project lacks: a Dockerfile for a Maven module, the ignore file of a
 * build context, and what goes with compose files.
 *
 * <p>Each generator is a pure function from a project to a draft: a file, or the reason why there
 * is none. What cannot be known for sure is not written. Imports everything up to {@code facts},
 * and from {@code fix} what a changed file is.
 */
package io.github.dockeraudit.generate;
