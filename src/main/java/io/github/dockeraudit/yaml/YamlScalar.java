package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;

/** A scalar: a string, number, boolean or nothing at all. */
public final class YamlScalar extends YamlNode {

  private final String value;
  private final ScalarStyle style;

  YamlScalar(SourceRange range, String tag, SourceRange site, String value, ScalarStyle style) {
    super(range, tag, site);
    this.value = value;
    this.style = style;
  }

  /** The text without quotes, escapes and indentation. */
  public String value() {
    return value;
  }

  /** The same text as {@link #value}, which knows where each of its characters stands. */
  public MappedText text() {
    return ScalarText.of(this);
  }

  /**
   * An edit that gives it another value and leaves its quotes.
   *
   * @param value a text that means the same with and without quotes
   */
  public TextEdit replaceWith(String value) {
    int quote = style.isQuoted() ? 1 : 0;
    SourceRange range = range();
    return range.source().range(range.start() + quote, range.end() - quote).replaceWith(value);
  }

  /** How it is written. */
  public ScalarStyle style() {
    return style;
  }

  /** What a reader that expects nothing in particular takes it for. */
  public ScalarKind kind() {
    return ScalarKind.of(this);
  }

  /** Whether it stands for no value: nothing written, {@code ~} or {@code null}. */
  public boolean isNull() {
    return kind() == ScalarKind.NULL;
  }

  @Override
  YamlScalar usedAt(SourceRange alias) {
    return new YamlScalar(range(), rawTag(), alias, value, style);
  }

  @Override
  public String toString() {
    return value;
  }
}
