/**
 * Finds, reads and parses what belongs to one build, and answers what the files of a project say of
 * each other.
 *
 * <p>{@link io.github.dockeraudit.project.Discovery} is the door; what it returns, a {@link
 * io.github.dockeraudit.project.Project}, is immutable and answers from what was read. A file that
 * cannot be read is a {@link io.github.dockeraudit.project.FileProblem} of the project and never an
 * exception. Imports {@code source}, {@code disk}, {@code shell}, {@code dockerfile}, {@code yaml}
 * and {@code compose}.
 */
package io.github.dockeraudit.project;
