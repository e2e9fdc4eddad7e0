package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;

/**
 * One reason why BuildKit rejects a Dockerfile.
 *
 * @param range the text at fault, on the line that BuildKit names
 * @param message what is wrong and what to do, one line without a full stop
 */
public record Problem(SourceRange range, String message) implements Located {}
