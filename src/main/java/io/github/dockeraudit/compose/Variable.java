package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A name with a value, from {@code NAME: value} or {@code - NAME=value}: variables, labels. */
public final class Variable implements Located {

  private final Key key;
  private final Scalar value;
  private final SourceRange range;

  private Variable(Key key, Scalar value, SourceRange range) {
    this.key = key;
    this.value = value;
    this.range = range;
  }

  /** The entry: key and value, or the item of the list. */
  @Override
  public SourceRange range() {
    return range;
  }

  /** The name. */
  public String name() {
    return key.name();
  }

  /** The name with its place. */
  public Key key() {
    return key;
  }

  /** The value, which may be the empty string; empty if none is given, so that it is inherited. */
  public Optional<Scalar> value() {
    return Optional.ofNullable(value);
  }

  static List<Variable> read(Node node) {
    List<Variable> variables = new ArrayList<>();
    node.asMapping()
        .ifPresent(
            mapping ->
                mapping.entries().stream()
                    .filter(entry -> entry.value() instanceof Scalar)
                    .map(Variable::of)
                    .forEachOrdered(variables::add));
    node.asSequence()
        .ifPresent(list -> list.scalars().map(Variable::of).forEachOrdered(variables::add));
    return variables;
  }

  private static Variable of(Entry entry) {
    Scalar value = (Scalar) entry.value();
    return new Variable(entry.key(), value.isNull() ? null : value, entry.range());
  }

  static Variable of(Scalar item) {
    int equals = item.text().indexOf('=');
    int nameEnd = equals < 0 ? item.text().length() : equals;
    Scalar name = item.part(0, nameEnd);
    return new Variable(
        new Key(name.range(), name.text()),
        equals < 0 ? null : item.part(equals + 1, item.text().length()),
        item.range());
  }

  /** The name alone: the value may be a secret. */
  @Override
  public String toString() {
    return name();
  }
}
