package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;

/**
 * A reason why a YAML file cannot be read as it is.
 *
 * @param range the place
 * @param message one line that says what is wrong and what to do
 */
public record YamlProblem(SourceRange range, String message) implements Located {}
