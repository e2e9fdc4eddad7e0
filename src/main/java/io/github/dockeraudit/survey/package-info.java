/**
 * What an engineer would tell of a project: its stages and images, how they are cached, what
 * compose runs and how it hangs together, what is well done, and what to do next.
 *
 * <p>{@link io.github.dockeraudit.survey.Survey} is the door. Everything is computed from an {@link
 * io.github.dockeraudit.audit.Audit} and is an immutable value; where the files do not tell,
 * nothing is told. Knows no format. May import everything but the reports, the rules and Maven.
 */
package io.github.dockeraudit.survey;
