package io.github.dockeraudit.fix;

import io.github.dockeraudit.rule.RuleInfo;

/**
 * A fix that was taken back because it did not hold, which is a bug of its rule.
 *
 * @param rule the rule that offered it
 * @param path the file
 * @param problem what came of it, as a sentence without a full stop
 */
public record FixFailure(RuleInfo rule, String path, String problem) {}
