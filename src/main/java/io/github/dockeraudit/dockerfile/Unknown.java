package io.github.dockeraudit.dockerfile;

/** An instruction that no Dockerfile has. Its arguments are one text. */
public record Unknown(Syntax syntax) implements Instruction {}
