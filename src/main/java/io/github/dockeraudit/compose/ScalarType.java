package io.github.dockeraudit.compose;

import io.github.dockeraudit.yaml.ScalarKind;
import java.util.Locale;

/** A kind of scalar that the compose specification allows somewhere. */
enum ScalarType {
  STRING("a string"),
  NUMBER("a number"),
  INT("a whole number"),
  BOOL("true or false"),
  BOOLEAN("true or false"),
  NULL("nothing"),
  SIZE("a size like 512m"),
  SIZE_TEXT("a size like '512m'"),
  DURATION("a duration like 30s"),
  CONTAINER_NAME("a name of at least two letters, digits, '_', '.' and '-'"),
  PULL_POLICY("always, missing, never, build, daily, weekly or every_12h"),
  ANY("a value");

  private final String phrase;

  ScalarType(String phrase) {
    this.phrase = phrase;
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
    ScalarKind kind = scalar.kind();
    if (kind == ScalarKind.STRING) {
      return acceptsText(scalar.text());
    }
    return switch (this) {
      case ANY -> true;
      case INT -> kind == ScalarKind.INTEGER;
      case NUMBER, SIZE -> kind == ScalarKind.INTEGER || kind == ScalarKind.FLOAT;
      case BOOL, BOOLEAN -> kind == ScalarKind.BOOLEAN;
      case NULL -> kind == ScalarKind.NULL;
      case STRING, SIZE_TEXT, DURATION, CONTAINER_NAME, PULL_POLICY -> false;
    };
  }

  private boolean acceptsText(String text) {
    return switch (this) {
      case ANY, STRING -> true;
      case NUMBER -> Values.isNumber(text);
      case INT -> Values.isWhole(text);
      case BOOL -> Values.isBoolean(text);
      case SIZE, SIZE_TEXT -> Values.isSize(text);
      case DURATION -> Values.isDuration(text);
      case CONTAINER_NAME -> Values.holdsContainerName(text);
      case PULL_POLICY -> Values.isPullPolicy(text);
      case BOOLEAN, NULL -> false;
    };
  }
}
