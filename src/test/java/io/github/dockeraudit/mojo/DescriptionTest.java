package io.github.dockeraudit.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DescriptionTest {

  /** So that a parameter of a type that is not known yet does not go unnoticed. */
  @TestFactory
  List<DynamicTest> everyParameterCounts() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Class<?> type = CheckMojo.class; type != AbstractMojo.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !field.getType().getName().startsWith("org.apache.maven.")) {
          tests.add(DynamicTest.dynamicTest(field.getName(), () -> assertCounts(field)));
        }
      }
    }
    return tests;
  }

  private static void assertCounts(Field field) throws IllegalAccessException {
    CheckMojo mojo = new CheckMojo();
    Optional<byte[]> before = Description.of(mojo);
    field.setAccessible(true);
    field.set(mojo, another(field.getType()));
    assertThat(Description.of(mojo)).isPresent();
    assertThat(before.orElseThrow()).isNotEqualTo(Description.of(mojo).orElseThrow());
  }

  private static Object another(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return true;
    }
    if (type == int.class || type == Integer.class) {
      return 7;
    }
    if (type == PlexusConfiguration.class) {
      PlexusConfiguration rules = new DefaultPlexusConfiguration("rules");
      rules.addChild("missing-user", "off");
      return rules;
    }
    if (type == AspectGrades.class) {
      AspectGrades grades = new AspectGrades();
      grades.set("security=A");
      return grades;
    }
    return type == File.class ? new File("x") : type == List.class ? List.of("x") : "x";
  }

  private static Surroundings on(LocalDate day, boolean color) {
    return new Surroundings(
        Path.of("a"),
        "",
        Path.of("a"),
        Path.of("b"),
        Optional.empty(),
        List.of(Path.of("c")),
        List.of(),
        day,
        Optional.empty(),
        color,
        "mvn fix");
  }

  @Test
  void allOfTheSurroundingsCounts() {
    LocalDate day = LocalDate.of(2026, 11, 22);
    byte[] description = Description.of(on(day, true)).orElseThrow();
    assertThat(Description.of(on(day, true)).orElseThrow()).isEqualTo(description);
    assertThat(Description.of(on(day.plusDays(1), true)).orElseThrow()).isNotEqualTo(description);
    assertThat(Description.of(on(day, false)).orElseThrow()).isNotEqualTo(description);
  }

  @Test
  void theOrderOfAMapDoesNotCount() {
    Map<String, String> one = new LinkedHashMap<>();
    one.put("a", "1");
    one.put("b", "2");
    Map<String, String> other = new LinkedHashMap<>();
    other.put("b", "2");
    other.put("a", "1");
    assertThat(Description.of(one).orElseThrow()).isEqualTo(Description.of(other).orElseThrow());
    other.put("a", "2");
    assertThat(Description.of(one).orElseThrow()).isNotEqualTo(Description.of(other).orElseThrow());
  }

  @Test
  void listsOfTheSameTextsMayDiffer() {
    assertThat(Description.of(List.of("a,b")).orElseThrow())
        .isNotEqualTo(Description.of(List.of("a", "b")).orElseThrow());
    assertThat(Description.of(List.of("a"), List.of()).orElseThrow())
        .isNotEqualTo(Description.of(List.of(), List.of("a")).orElseThrow());
  }

  @Test
  void whatIsNotKnownIsNotDescribed() {
    assertThat(Description.of(List.of(new StringBuilder()))).isEmpty();
  }
}
