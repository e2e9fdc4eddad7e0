package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/**
 * One use of a variable in a value: {@code $NAME} or a form of <code>${NAME}</code>.
 *
 * @param range the use, from the dollar sign to the closing brace
 * @param name the variable
 * @param operator what happens if it is unset
 * @param argument the text after the operator, as written: the default, the error message or the
 *     replacement; empty without an operator
 * @param argumentRange where that text stands; an empty range without an operator
 * @param value the variable's value; empty if it is unset
 * @param nested the uses of variables in the argument
 */
public record Interpolation(
    SourceRange range,
    String name,
    Operator operator,
    String argument,
    SourceRange argumentRange,
    Optional<String> value,
    List<Interpolation> nested)
    implements Located {

  /** What stands between a variable's name and its argument. */
  public enum Operator {
    /** Nothing: an unset variable counts as empty, with a warning. */
    NONE(""),
    /** The argument if the variable is unset. */
    DEFAULT_IF_UNSET("-"),
    /** The argument if the variable is unset or empty. */
    DEFAULT_IF_EMPTY(":-"),
    /** An error with the argument as its message if the variable is unset. */
    REQUIRED("?"),
    /** An error with the argument as its message if the variable is unset or empty. */
    REQUIRED_NOT_EMPTY(":?"),
    /** The argument if the variable is set, else nothing. */
    REPLACEMENT_IF_SET("+"),
    /** The argument if the variable is set and not empty, else nothing. */
    REPLACEMENT_IF_NOT_EMPTY(":+");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** The operator as written. */
    public String sign() {
      return sign;
    }

    /** Whether a variable that is set to nothing is treated like one that is not set. */
    boolean countsEmptyAsUnset() {
      return sign.startsWith(":");
    }

    /** Whether a variable that is not given is an error. */
    boolean requires() {
      return this == REQUIRED || this == REQUIRED_NOT_EMPTY;
    }

    /** Whether the argument stands in for a variable that is given, not for one that is not. */
    boolean replacesGiven() {
      return this == REPLACEMENT_IF_SET || this == REPLACEMENT_IF_NOT_EMPTY;
    }
  }

  /** Whether a default is given for an unset variable. */
  public boolean hasDefault() {
    return operator == Operator.DEFAULT_IF_UNSET || operator == Operator.DEFAULT_IF_EMPTY;
  }

  /** Whether an unset variable is an error. */
  public boolean isRequired() {
    return operator.requires();
  }

  /** The default for an unset variable, as written; empty if there is none. */
  public Optional<String> defaultText() {
    return hasDefault() ? Optional.of(argument) : Optional.empty();
  }

  /** Whether nothing in the files says what stands here: unset, and without a known default. */
  public boolean isUnknown() {
    boolean given = value.isPresent() && !(operator.countsEmptyAsUnset() && value.get().isEmpty());
    if (given) {
      return false;
    }
    return operator == Operator.NONE
        || isRequired()
        || hasDefault() && nested.stream().anyMatch(Interpolation::isUnknown);
  }
}
