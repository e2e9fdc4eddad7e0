package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.SourceRange;

/**
 * One line of nothing but white space, outside any instruction.
 *
 * @param range the line with its line ending
 */
public record Blank(SourceRange range) implements Element {}
