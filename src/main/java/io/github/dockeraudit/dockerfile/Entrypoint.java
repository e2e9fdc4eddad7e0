package io.github.dockeraudit.dockerfile;

/**
 * Sets what the container runs.
 *
 * @param command the command
 */
public record Entrypoint(Syntax syntax, Command command) implements Instruction {}
