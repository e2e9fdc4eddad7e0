package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.RuleInfo;

/**
 * A rule that broke down: our bug, not the user's.
 *
 * @param rule the rule
 * @param path the file or folder that it looked at, relative to the project
 * @param cause what it threw
 */
public record RuleFailure(RuleInfo rule, String path, RuntimeException cause) {}
