/**
 * Rules that users write in YAML: what to look for in the model, what to say, how to mend it, and
 * the examples by which the rule is tried out when it is read.
 *
 * <p>May import the packages of the models and {@code rule}.
 */
package io.github.dockeraudit.declarative;
