package io.github.dockeraudit.declarative;

import io.github.dockeraudit.source.Located;
import java.util.Map;

/**
 * A place that a rule speaks of.
 *
 * @param where the words to point at
 * @param isLiteral whether they are what they say, so that others may take their place
 * @param names what texts of the rule may say of it, by the name between braces
 */
record Match(Located where, boolean isLiteral, Map<String, String> names) {}
