package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Aspect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /** The grades that are given, as {@code aspect=grade}. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      String grade = get(aspect);
      if (grade != null && !grade.isBlank()) {
        texts.add(aspect.label() + "=" + grade);
      }
    }
    if (list != null && !list.isBlank()) {
      texts.addAll(Arrays.asList(list.split(",")));
    }
    return texts;
  }
}
