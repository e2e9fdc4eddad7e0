package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.SourceRange;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DebugMode implements ProjectRule {

  private static final Map<String, Set<String>> DEBUG =
      Map.of(
          "APP_DEBUG", Set.of("1", "true"),
          "ASPNETCORE_ENVIRONMENT", Set.of("development"),
          "DJANGO_DEBUG", Set.of("1", "true"),
          "FLASK_DEBUG", Set.of("1", "true"),
          "FLASK_ENV", Set.of("development"),
          "RACK_ENV", Set.of("development"),
          "RAILS_ENV", Set.of("development"),
          "SYMFONY_DEBUG", Set.of("1", "true"));

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1121", "debug-mode")
        .summary("A shipped image runs its framework in debug mode")
        .why(
            """
            Debug modes show source code, variables and sometimes a console to whoever causes an error, switch caches
            off, and keep everything in memory.
            """)
        .bad(
            """
            FROM python:3.13-slim
            ENV FLASK_DEBUG=1
            CMD ["flask", "run"]
            """)
        .good(
            """
            FROM python:3.13-slim
            ENV FLASK_DEBUG=0
            CMD ["flask", "run"]
            """)
        .fixedAlways()
        .aliases("sonar:S4507")
        .references("https://cwe.mitre.org/data/definitions/489.html");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return project.dockerfiles().stream()
        .filter(DebugMode::isAnyDebug)
        .flatMap(file -> project.stagesInImages(file).stream())
        .flatMap(stage -> stage.all(Env.class))
        .flatMap(env -> env.assignments().stream())
        .filter(DebugMode::isDebug)
        .map(this::judge);
  }

  private Finding judge(Assignment variable) {
    SourceRange range = variable.value().orElseThrow().range();
    String text = range.text();
    String value = variable.value().flatMap(Word::literal).orElseThrow();
    String other =
        switch (value.toLowerCase(Locale.ROOT)) {
          case "1" -> "0";
          case "true" -> Character.isUpperCase(value.charAt(0)) ? "False" : "false";
          default -> "production";
        };
    Fix fix = Fix.intended("Switch it off", range.replaceWith(text.replace(value, other)));
    return finding(
            variable.name(),
            "'%s' switches debugging on for all; set it where you develop",
            variable.name())
        .fixedBy(other.equals("production") ? risky(fix) : fix);
  }

  /** Production needs what development does without: built assets, keys, a database. */
  private static Fix risky(Fix fix) {
    return Fix.risky(fix.title(), fix.edits());
  }

  private static boolean isAnyDebug(Dockerfile file) {
    return file.all(Env.class)
        .anyMatch(env -> env.assignments().stream().anyMatch(DebugMode::isDebug));
  }

  private static boolean isDebug(Assignment variable) {
    Set<String> values = DEBUG.get(variable.name().text());
    return values != null
        && variable
            .value()
            .flatMap(Word::literal)
            .filter(value -> values.contains(value.toLowerCase(Locale.ROOT)))
            .isPresent();
  }
}
