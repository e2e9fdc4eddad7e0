/**
 * ShellCheck beside us: gives it the scripts of a project's Dockerfiles, and brings what it says
 * back to the words that it speaks of.
 *
 * <p>Its rules are pure functions of the project, which asks the program as it would read a file:
 * when somebody wants to know. May import the packages of the models and {@code rule}.
 */
package io.github.dockeraudit.shellcheck;
