package io.github.dockeraudit.facts;

import io.github.dockeraudit.project.MavenModel;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The release of Java that a Maven module is compiled for. */
public final class JavaLevel {

  private JavaLevel() {}

  /**
   * What {@code maven-compiler-plugin} goes by: its configuration before the properties. Empty if
   * the POM does not say.
   */
  public static OptionalInt of(MavenModel model) {
    Stream<String> configured =
        model.plugin("org.apache.maven.plugins", "maven-compiler-plugin").stream()
            .flatMap(
                plugin ->
                    Stream.of("release", "target").flatMap(name -> plugin.setting(name).stream()));
    Stream<String> properties =
        Stream.of("maven.compiler.release", "maven.compiler.target", "java.version")
            .flatMap(name -> model.property(name).stream());
    Optional<Integer> level =
        Stream.concat(configured, properties).flatMap(value -> number(value).stream()).findFirst();
    return level.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static Optional<Integer> number(String value) {
    String plain = value.startsWith("1.") ? value.substring(2) : value;
    boolean isNumber =
        !plain.isEmpty() && plain.length() < 3 && plain.chars().allMatch(Character::isDigit);
    return isNumber ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
  }
}
