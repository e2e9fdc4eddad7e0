package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.ScalarKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A string, number, boolean or null, with its variables filled in. */
public final class Scalar implements Node {

  private final SourceRange range;
  private final SourceRange site;
  private final MappedText text;
  private final ScalarKind kind;
  private final List<Interpolation> interpolations;

  Scalar(
      SourceRange range,
      SourceRange site,
      MappedText text,
      ScalarKind kind,
      List<Interpolation> interpolations) {
    this.range = range;
    this.site = site;
    this.text = text;
    this.kind = kind;
    this.interpolations = interpolations;
  }

  /** Where the value stands, quotes included. */
  @Override
  public SourceRange range() {
    return range;
  }

  @Override
  public SourceRange site() {
    return site;
  }

  /** The value as written in the file, with quotes and variables. */
  public String raw() {
    return range.text();
  }

  /**
   * The value that compose uses, with its variables filled in; empty if it depends on a variable
   * that is unset and has no default, so that nothing in the files says what it will be.
   */
  public Optional<String> value() {
    return isKnown() ? Optional.of(text.text()) : Optional.empty();
  }

  /** The value with its variables filled in, those that nothing is known of as nothing. */
  public String text() {
    return text.text();
  }

  /** The same text as {@link #text}, which knows where each of its characters stands. */
  public MappedText mappedText() {
    return text;
  }

  /** What the value is to YAML as it is written; quoted ones are strings. */
  public ScalarKind kind() {
    return kind;
  }

  /** The uses of variables in it, outermost only, in the order of the file. */
  public List<Interpolation> interpolations() {
    return interpolations;
  }

  /** Whether the value does not depend on a variable that nothing is known of. */
  public boolean isKnown() {
    return interpolations.stream().noneMatch(Interpolation::isUnknown);
  }

  @Override
  public boolean isNull() {
    return kind == ScalarKind.NULL;
  }

  /** Whether the value is known and equal to {@code wanted}. */
  public boolean is(String wanted) {
    return isKnown() && text.text().equals(wanted);
  }

  /** Whether the value is known and true, by any of compose's spellings. */
  public boolean isTrue() {
    return isKnown() && Values.isTrue(text.text());
  }

  /** The value as a size in bytes; empty if it is unknown or no size. */
  public OptionalLong bytes() {
    return isKnown() ? Values.bytes(text.text()) : OptionalLong.empty();
  }

  /** The value as a number; empty if it is unknown or no number. */
  public OptionalDouble number() {
    return isKnown() ? Values.number(text.text()) : OptionalDouble.empty();
  }

  /** The value as a duration like {@code 1m30s}; empty if it is unknown or no duration. */
  public Optional<Duration> duration() {
    return isKnown() ? Values.duration(text.text()) : Optional.empty();
  }

  /** A part of {@link #text} as a value of its own, with the variables that stand in it. */
  Scalar part(int start, int end) {
    MappedText part = text.substring(start, end);
    SourceRange place = part.range();
    return new Scalar(
        place,
        place,
        part,
        ScalarKind.STRING,
        interpolations.stream().filter(use -> place.contains(use.range())).toList());
  }

  @Override
  public String toString() {
    return text.text();
  }
}
