package io.github.dockeraudit.dockerfile;

/**
 * Sets what the container runs by default, or the default arguments of its entry point.
 *
 * @param command the command or the arguments
 */
public record Cmd(Syntax syntax, Command command) implements Instruction {}
