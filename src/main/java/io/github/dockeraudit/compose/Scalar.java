package io.github.dockeraudit.compose;

import io.github.dockeraudit.compose.Template.Use;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.ScalarKind;
import io.github.dockeraudit.yaml.YamlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A string, number, boolean or null, with its variables filled in. */
public final class Scalar extends Node {

  private final String text;
  private final ScalarKind kind;
  private final List<Use> uses;

  /** Null for a value that is not a whole scalar of a file. */
  private final YamlScalar written;

  /** Null until it is asked for; a race only computes it twice. */
  private MappedText mapped;

  /** A scalar without variables. */
  Scalar(YamlScalar written, MergeTag tag) {
    super(written.range(), written.site(), tag);
    this.written = written;
    this.text = written.value();
    this.kind = written.kind();
    this.uses = List.of();
  }

  /** A scalar with its variables filled in. */
  Scalar(YamlScalar written, MergeTag tag, MappedText filled, List<Use> uses) {
    super(written.range(), written.site(), tag);
    this.written = written;
    this.text = filled.text();
    this.kind = written.kind();
    this.uses = List.copyOf(uses);
    this.mapped = filled;
  }

  private Scalar(SourceRange place, MappedText mapped, ScalarKind kind, List<Use> uses) {
    super(place, place, MergeTag.NONE);
    this.written = null;
    this.text = mapped.text();
    this.kind = kind;
    this.uses = uses;
    this.mapped = mapped;
  }

  /** A value that is not written but stands for what is at a place. */
  static Scalar implied(SourceRange place, String text) {
    MappedText mapped =
        new MappedText.Builder(place.source()).replace(place.start(), place.end(), text).build();
    return new Scalar(place, mapped, ScalarKind.STRING, List.of());
  }

  /** A null that stands for a value that is not given at a place. */
  static Scalar nothing(SourceRange place) {
    MappedText none = MappedText.of(place.source().range(place.end(), place.end()));
    return new Scalar(place, none, ScalarKind.NULL, List.of());
  }

  @Override
  public Optional<Scalar> asScalar() {
    return Optional.of(this);
  }

  /** The value as written in the file, with quotes and variables. */
  public String raw() {
    return range().text();
  }

  /**
   * The value that compose uses, with its variables filled in; empty if it depends on a variable
   * that is unset and has no default, so that nothing in the files says what it will be.
   */
  public Optional<String> value() {
    return isKnown() ? Optional.of(text) : Optional.empty();
  }

  /** The value with its variables filled in, those that nothing is known of as nothing. */
  public String text() {
    return text;
  }

  /** The same text as {@link #text}, which knows where each of its characters stands. */
  public MappedText mappedText() {
    MappedText known = mapped;
    if (known == null) {
      known = written.text();
      mapped = known;
    }
    return known;
  }

  /** What the value is to YAML as it is written; one with quotes or variables is a string. */
  public ScalarKind kind() {
    return kind;
  }

  /** The uses of variables in it, outermost only, in the order of the file. */
  public List<Interpolation> interpolations() {
    return uses.isEmpty() ? List.of() : uses.stream().map(Use::interpolation).toList();
  }

  @Override
  void addInterpolations(List<Interpolation> all) {
    for (Use use : uses) {
      all.add(use.interpolation());
    }
  }

  /** Whether the value does not depend on a variable that nothing is known of. */
  public boolean isKnown() {
    for (Use use : uses) {
      if (use.interpolation().isUnknown()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isNull() {
    return kind == ScalarKind.NULL;
  }

  /** Whether the value is known and equal to {@code wanted}. */
  public boolean is(String wanted) {
    return isKnown() && text.equals(wanted);
  }

  /** Whether the value is known and true, by any of compose's spellings. */
  public boolean isTrue() {
    return isKnown() && Values.isTrue(text);
  }

  /** The value as a size in bytes; empty if it is unknown or no size. */
  public OptionalLong bytes() {
    return isKnown() ? Values.bytes(text) : OptionalLong.empty();
  }

  /** The value as a number; empty if it is unknown or no number. */
  public OptionalDouble number() {
    return isKnown() ? Values.number(text) : OptionalDouble.empty();
  }

  /** The value as a duration like {@code 1m30s}; empty if it is unknown or no duration. */
  public Optional<Duration> duration() {
    return isKnown() ? Values.duration(text) : Optional.empty();
  }

  /** A part of {@link #text} as a value of its own, with the variables that stand in it. */
  Scalar part(int start, int end) {
    MappedText part = mappedText().substring(start, end);
    SourceRange place = part.range();
    List<Use> inside = new ArrayList<>();
    for (Use use : uses) {
      if (start <= use.start() && use.end() <= end) {
        place = place.union(use.interpolation().range());
        inside.add(new Use(use.interpolation(), use.start() - start, use.end() - start));
      }
    }
    return new Scalar(place, part, ScalarKind.STRING, List.copyOf(inside));
  }

  @Override
  public String toString() {
    return text;
  }
}
