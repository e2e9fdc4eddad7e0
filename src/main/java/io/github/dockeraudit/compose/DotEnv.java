package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file that sets variables, one a line: {@code .env}, {@code .env.example} and their kin, as
 * compose reads them.
 *
 * <p>This tells where each name and value stands; what compose fills in from such a file is an
 * {@link Environment}. Values may be secrets: nothing here prints one, and neither must whoever
 * asks for it.
 *
 * @see <a
 *     href="https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax">Syntax
 *     of env files</a>
 */
public final class DotEnv {

  private final Source source;
  private final List<Variable> variables;

  private DotEnv(Source source, List<Variable> variables) {
    this.source = source;
    this.variables = List.copyOf(variables);
  }

  /** How a value is written, which decides what is replaced in it. */
  public enum Quoting {
    /** Bare: variables are filled in. */
    NONE,
    /** In single quotes: nothing is replaced. */
    SINGLE,
    /** In double quotes: escapes are resolved and variables filled in. */
    DOUBLE
  }

  /**
   * One variable.
   *
   * @param name its name
   * @param range the name in the file
   * @param valueRange the value in the file, quotes included; empty range if it is blank
   * @param quoting how the value is written
   * @param isSet false for a name without {@code =}, which hands on what the shell has set
   * @param value the value without quotes, escapes resolved, variables in it as written
   */
  public record Variable(
      String name,
      SourceRange range,
      SourceRange valueRange,
      Quoting quoting,
      boolean isSet,
      String value)
      implements Located {

    /** Whether it is set to nothing. */
    public boolean isBlank() {
      return isSet && value.isEmpty();
    }

    /** The name alone: a value may be a secret. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** Reads a file of any content; a line that sets nothing is passed over. */
  public static DotEnv parse(Source source) {
    return new DotEnv(source, new DotEnvReader(source).read());
  }

  /** The file. */
  public Source source() {
    return source;
  }

  /** The variables in the order of the file; one that is set twice is there twice. */
  public List<Variable> variables() {
    return variables;
  }

  /** The variable of that name that counts: the last. */
  public Optional<Variable> variable(String name) {
    return variables.stream().filter(v -> v.name().equals(name)).reduce((first, last) -> last);
  }

  /** Whether the name says that the file is a pattern to copy, without real secrets. */
  public boolean isExample() {
    String path = source.path().toLowerCase(Locale.ROOT);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return List.of("example", "sample", "template", "dist", "default").stream()
        .anyMatch(name::contains);
  }

  /** The values as compose fills them in: each may use the variables set before it. */
  Map<String, String> values() {
    Map<String, String> known = new LinkedHashMap<>();
    Interpolator interpolator = new Interpolator(Environment.over(known), new Problems());
    for (Variable variable : variables) {
      if (variable.isSet()) {
        known.put(variable.name(), expanded(variable, interpolator));
      }
    }
    return known;
  }

  private static String expanded(Variable variable, Interpolator interpolator) {
    if (variable.quoting() == Quoting.SINGLE || variable.value().indexOf('$') < 0) {
      return variable.value();
    }
    String raw = variable.valueRange().text();
    return interpolator.fill(
        variable.quoting() == Quoting.NONE
            ? raw
            : DotEnvReader.unescaped(raw.substring(1, raw.length() - 1), "$$"));
  }

  @Override
  public String toString() {
    return source.path();
  }
}
