package io.github.dockeraudit.dockerfile;

/**
 * Leaves an instruction to the builds that use the image as their base.
 *
 * @param trigger the instruction that those builds run; an {@link Unknown} with an empty keyword if
 *     it is missing
 */
public record Onbuild(Syntax syntax, Instruction trigger) implements Instruction {}
