package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables that values are filled in from: what a {@code .env} file sets. */
public final class Environment {

  private static final Environment EMPTY = new Environment(Map.of());

  private final Map<String, String> variables;

  private Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** No variables at all. */
  public static Environment empty() {
    return EMPTY;
  }

  /** The given variables. */
  public static Environment of(Map<String, String> variables) {
    return new Environment(Map.copyOf(variables));
  }

  /** The variables of a map that may still grow. */
  static Environment over(Map<String, String> variables) {
    return new Environment(variables);
  }

  /** What a {@code .env} file sets; a line that compose would refuse sets nothing. */
  public static Environment parse(Source source) {
    return of(DotEnv.parse(source).values());
  }

  /** These variables and those of {@code other} that are not among them. */
  public Environment and(Environment other) {
    Map<String, String> all = new LinkedHashMap<>(other.variables);
    all.putAll(variables);
    return of(all);
  }

  /** The value of a variable; empty if it is unset. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** All variables by name. */
  public Map<String, String> variables() {
    return variables;
  }
}
