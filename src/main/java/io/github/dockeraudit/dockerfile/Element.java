package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;

/**
 * A run of whole lines of a Dockerfile, line endings included.
 *
 * <p>The elements of a file follow one another without gap or overlap, so that their texts, put
 * together, are the text of the file.
 */
public sealed interface Element extends Located permits Instruction, Comment, Blank {}
