package io.github.dockeraudit.dockerfile;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a text that the build computes: the text itself, that there is none, or nothing.
 *
 * <p>The default of an ARG counts as known; {@link #isDefault()} tells that a build may say
 * otherwise.
 */
public final class Value {

  private enum Kind {
    KNOWN,
    UNKNOWN,
    UNSET
  }

  private static final Value UNKNOWN = new Value(Kind.UNKNOWN, "", false);
  private static final Value UNSET = new Value(Kind.UNSET, "", false);
  private static final Value UNSET_BY_DEFAULT = new Value(Kind.UNSET, "", true);

  private final Kind kind;
  private final String text;
  private final boolean isDefault;

  private Value(Kind kind, String text, boolean isDefault) {
    this.kind = kind;
    this.text = text;
    this.isDefault = isDefault;
  }

  /** Nothing is known: it comes from the base image, the platform or something not understood. */
  public static Value unknown() {
    return UNKNOWN;
  }

  /** There is no value. */
  public static Value unset() {
    return UNSET;
  }

  /** There is no value unless a build argument gives one. */
  static Value unsetByDefault() {
    return UNSET_BY_DEFAULT;
  }

  /** The value is this text, whatever the build is told. */
  public static Value known(String text) {
    return new Value(Kind.KNOWN, text, false);
  }

  /** The value is this text; {@code isDefault} if a build argument may change it. */
  static Value of(String text, boolean isDefault) {
    return new Value(Kind.KNOWN, text, isDefault);
  }

  /** The same, but that a build argument may change it. */
  Value asDefault() {
    return isDefault || kind == Kind.UNKNOWN ? this : new Value(kind, text, true);
  }

  /** The text, possibly without any character; empty if it is unknown or there is none. */
  public Optional<String> text() {
    return kind == Kind.KNOWN ? Optional.of(text) : Optional.empty();
  }

  /** The text if no build argument can change it; empty if it is unknown, too. */
  public Optional<String> certain() {
    return isDefault ? Optional.empty() : text();
  }

  /** Whether the text is known. */
  public boolean isKnown() {
    return kind == Kind.KNOWN;
  }

  /** Whether nothing is known. */
  public boolean isUnknown() {
    return kind == Kind.UNKNOWN;
  }

  /** Whether there is certainly no value. */
  public boolean isUnset() {
    return kind == Kind.UNSET;
  }

  /** Whether a build argument can change what is known. */
  public boolean isDefault() {
    return isDefault;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Value value
        && kind == value.kind
        && isDefault == value.isDefault
        && text.equals(value.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, isDefault, text);
  }

  /** The text in quotes, {@code unknown} or {@code unset}; a question mark marks a default. */
  @Override
  public String toString() {
    String shown =
        switch (kind) {
          case KNOWN -> '"' + text + '"';
          case UNKNOWN -> "unknown";
          case UNSET -> "unset";
        };
    return isDefault ? shown + '?' : shown;
  }
}
