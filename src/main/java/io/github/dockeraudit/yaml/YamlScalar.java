package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.Optional;

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

  /** The characters in quotes if they are the value just as they stand; empty if not in quotes. */
  private Optional<String> quotedAsIs() {
    String raw = range().text();
    return style.isQuoted() && raw.length() > 1
        ? Optional.of(raw.substring(1, raw.length() - 1)).filter(value::equals)
        : Optional.empty();
  }

  /**
   * An edit that takes its quotes away. Empty if it has none, or if some reader of YAML, 1.1 or
   * 1.2, would take it for something else without them.
   */
  public Optional<TextEdit> unquoted() {
    return quotedAsIs().filter(PlainText::isText).map(range()::replaceWith);
  }

  /** An edit that puts it in quotes; empty if it has some, or stands there in another way. */
  public Optional<TextEdit> quoted() {
    return style == ScalarStyle.PLAIN && range().text().equals(value)
        ? Optional.of(
            range().replaceWith('"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"'))
        : Optional.empty();
  }

  /** An edit that puts it in quotes of the other kind; empty if its text would be another one. */
  public Optional<TextEdit> requoted() {
    char other = style == ScalarStyle.SINGLE_QUOTED ? '"' : '\'';
    return quotedAsIs()
        .filter(
            text -> text.chars().noneMatch(c -> c == '"' || c == '\'' || c == '\\' || c == '\n'))
        .map(text -> range().replaceWith(other + text + other));
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
