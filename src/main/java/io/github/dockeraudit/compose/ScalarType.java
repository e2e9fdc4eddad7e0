package io.github.dockeraudit.compose;

import io.github.dockeraudit.yaml.ScalarKind;
import java.util.Locale;
import java.util.function.Predicate;

/** A kind of scalar that the compose specification allows somewhere. */
enum ScalarType {
  STRING("a string", scalar -> scalar.kind() == ScalarKind.STRING),
  NUMBER("a number", scalar -> isNumber(scalar) || isText(scalar, Values::isNumber)),
  INT(
      "a whole number",
      scalar -> scalar.kind() == ScalarKind.INTEGER || isText(scalar, Values::isWhole)),
  BOOL("true or false", scalar -> isBoolean(scalar) || isText(scalar, Values::isBoolean)),
  BOOLEAN("true or false", ScalarType::isBoolean),
  NULL("nothing", Scalar::isNull),
  SIZE("a size like 512m", scalar -> isNumber(scalar) || isText(scalar, Values::isSize)),
  SIZE_TEXT("a size like '512m'", scalar -> isText(scalar, Values::isSize)),
  DURATION("a duration like 30s", scalar -> isText(scalar, Values::isDuration)),
  CONTAINER_NAME(
      "a name of at least two letters, digits, '_', '.' and '-'",
      scalar -> isText(scalar, Values::holdsContainerName)),
  PULL_POLICY(
      "always, missing, never, build, daily, weekly or every_12h",
      scalar -> isText(scalar, Values::isPullPolicy)),
  ANY("a value", scalar -> true);

  private final String phrase;
  private final Predicate<Scalar> test;

  ScalarType(String phrase, Predicate<Scalar> test) {
    this.phrase = phrase;
    this.test = test;
  }

  /** The type by its name in the specification; null if there is none. */
  static ScalarType named(String name) {
    for (ScalarType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
        return type;
      }
    }
    return null;
  }

  /** What the type is called in a message. */
  String phrase() {
    return phrase;
  }

  boolean accepts(Scalar scalar) {
    return test.test(scalar);
  }

  private static boolean isNumber(Scalar scalar) {
    return scalar.kind() == ScalarKind.INTEGER || scalar.kind() == ScalarKind.FLOAT;
  }

  private static boolean isBoolean(Scalar scalar) {
    return scalar.kind() == ScalarKind.BOOLEAN;
  }

  private static boolean isText(Scalar scalar, Predicate<String> form) {
    return scalar.kind() == ScalarKind.STRING && form.test(scalar.text());
  }
}
