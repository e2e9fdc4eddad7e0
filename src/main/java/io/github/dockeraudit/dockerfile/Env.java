package io.github.dockeraudit.dockerfile;

import java.util.List;

/**
 * Sets environment variables of the image and of the rest of the build.
 *
 * @param assignments in file order
 */
public record Env(Syntax syntax, List<Assignment> assignments) implements Instruction {}
