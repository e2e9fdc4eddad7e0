package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Aspect;
import io.github.dockeraudit.audit.Grade;
import io.github.dockeraudit.project.AuditException;
import java.util.EnumMap;
import java.util.Map;

/**
 * A grade for some aspects. In the POM each aspect is an element of its own; on the command line,
 * where Maven calls {@link #set}, they are a list.
 */
public final class AspectGrades {

  /** Grade of the architecture. */
  private String architecture;

  /** Grade of the security. */
  private String security;

  /** Grade of the performance. */
  private String performance;

  /** Grade of the developer experience. */
  private String experience;

  /** Grade of the maintainability. */
  private String maintainability;

  /** All of them, as given on the command line. */
  private String list;

  /** Takes all of them from one text, like {@code security=A-,performance=B}. */
  public void set(String text) {
    list = text;
  }

  private String get(Aspect aspect) {
    return switch (aspect) {
      case ARCHITECTURE -> architecture;
      case SECURITY -> security;
      case PERFORMANCE -> performance;
      case EXPERIENCE -> experience;
      case MAINTAINABILITY -> maintainability;
    };
  }

  /**
   * The grades that are given.
   *
   * @throws AuditException if one is no grade, or the list is not of its form
   */
  Map<Aspect, Grade> grades() {
    Map<Aspect, Grade> grades = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      put(aspect, get(aspect), grades);
    }
    for (String item : list == null ? new String[0] : list.split(",")) {
      String[] pair = item.split("=", 2);
      if (pair.length < 2) {
        throw new AuditException(
            "minGrades has '%s'".formatted(item.strip()), "write it as in security=A-");
      }
      put(Choice.of("minGrades", pair[0], Aspect.class), pair[1], grades);
    }
    return grades;
  }

  private static void put(Aspect aspect, String word, Map<Aspect, Grade> grades) {
    if (word != null && !word.isBlank()) {
      grades.put(aspect, grade("minGrades of " + aspect.label(), word));
    }
  }

  /**
   * The grade that a user writes.
   *
   * @throws AuditException if it is none
   */
  static Grade grade(String parameter, String word) {
    return Grade.named(word)
        .orElseThrow(
            () ->
                new AuditException(
                    "%s is '%s'".formatted(parameter, word.strip()),
                    "give one of A+, A, A-, B+, B, B-, C+, C, C-, D, F"));
  }
}
