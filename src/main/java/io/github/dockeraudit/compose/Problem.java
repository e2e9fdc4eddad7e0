package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;

/**
 * A reason why compose refuses to load a file.
 *
 * @param range the place
 * @param message one line that says what is wrong and what to do
 */
public record Problem(SourceRange range, String message) implements Located {}
