package io.github.dockeraudit.rules.dockerfile.style;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.From;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Locale;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class FromAsCasing implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1402", "from-as-casing")
        .offByDefault()
        .summary("FROM and AS are written in different cases")
        .why(
            """
            `FROM image as name` mixes two styles in one line. Tools that colour or search Dockerfiles know `AS` as a
            keyword like any other.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre as app
            COPY app.jar /app/
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre AS app
            COPY app.jar /app/
            """)
        .fixedAlways()
        .buildkit("FromAsCasing")
        .references("https://docs.docker.com/reference/build-checks/from-as-casing/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .map(Stage::from)
        .filter(from -> from.alias().isPresent() && differ(from))
        .map(
            from ->
                finding(as(from), "FROM and AS differ in case; write '%s'", wanted(from))
                    .fixedBy(
                        Fix.safe(
                            "Write AS like FROM", as(from).range().replaceWith(wanted(from)))));
  }

  /** Words of mixed case differ from both. */
  private static boolean differ(From from) {
    boolean isMixed =
        !isLower(from.keyword()) && !isUpper(from.keyword())
            || !isLower(as(from)) && !isUpper(as(from));
    return !isMixed && isLower(from.keyword()) != isLower(as(from));
  }

  private static Word as(From from) {
    return from.arguments().get(1);
  }

  private static String wanted(From from) {
    return isLower(from.keyword()) ? "as" : "AS";
  }

  private static boolean isLower(Word word) {
    return word.text().equals(word.text().toLowerCase(Locale.ROOT));
  }

  private static boolean isUpper(Word word) {
    return word.text().equals(word.text().toUpperCase(Locale.ROOT));
  }
}
