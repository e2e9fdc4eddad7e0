package io.github.dockeraudit.dockerfile;

import java.util.List;

/**
 * Declares variables that the build may set, each with an optional default.
 *
 * @param assignments in file order
 */
public record Arg(Syntax syntax, List<Assignment> assignments) implements Instruction {}
