package io.github.dockeraudit.dockerfile;

import java.util.List;

/**
 * Adds metadata to the image.
 *
 * @param assignments in file order
 */
public record Label(Syntax syntax, List<Assignment> assignments) implements Instruction {}
