package io.github.dockeraudit.compose;

import io.github.dockeraudit.compose.Template.Use;
import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills variables into scalars: {@code $NAME}, <code>${NAME}</code> with all its operators, nested
 * as deep as people nest, and {@code $$} for a dollar sign.
 *
 * <p>A {@code $} before anything else stands for itself, as in compose.
 */
final class Interpolator {

  /** Most characters that are filled in, so that long values used often fill no memory. */
  private static final int MOST_FILLED = 10_000_000;

  private final Environment environment;
  private final Problems problems;
  private long filled;

  Interpolator(Environment environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** The scalar with its variables filled in. */
  Scalar fill(YamlScalar scalar, MergeTag tag) {
    if (scalar.value().indexOf('$') < 0) {
      return new Scalar(scalar, tag);
    }
    MappedText.Builder text = new MappedText.Builder(scalar.range().source());
    List<Use> uses = new ArrayList<>();
    new Template(this, scalar.text()).fill(text, uses);
    return new Scalar(scalar, tag, text.build(), uses);
  }

  /** A text that stands in no compose file with its variables filled in. */
  String fill(String text) {
    MappedText raw = MappedText.of(Source.of("", text).range());
    MappedText.Builder result = new MappedText.Builder(raw.source());
    new Template(this, raw).fill(result, new ArrayList<>());
    return result.build().text();
  }

  /** The value of a variable; empty if it is unset. */
  Optional<String> valueOf(String name) {
    return environment.get(name);
  }

  Problems problems() {
    return problems;
  }

  /** The value of a use; nothing once too much has been filled in. */
  String withinLimit(String value, Interpolation use) {
    filled += value.length();
    if (filled <= MOST_FILLED) {
      return value;
    }
    if (filled - value.length() <= MOST_FILLED) {
      problems.report(
          use.range(),
          "Variables come to more than %s characters; use fewer".formatted(MOST_FILLED));
    }
    return "";
  }
}
