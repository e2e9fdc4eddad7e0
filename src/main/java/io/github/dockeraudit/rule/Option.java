package io.github.dockeraudit.rule;

import java.util.Objects;

/**
 * Something that users can set for a rule.
 *
 * @param name in camel case: {@code trustedRegistries}
 * @param type what it holds
 * @param defaultValue its default as a user would write it; empty for an empty list
 * @param description one sentence that says what it does and its unit
 */
public record Option(String name, Type type, String defaultValue, String description) {

  /** What an option holds. */
  public enum Type {
    /** {@code true} or {@code false}. */
    FLAG,
    /** A whole number. */
    NUMBER,
    /** Any text. */
    TEXT,
    /** Texts in order. */
    LIST
  }

  public Option {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(defaultValue);
    Objects.requireNonNull(description);
  }
}
