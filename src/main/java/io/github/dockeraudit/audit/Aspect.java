package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Category;
import java.util.Locale;

/** What a project gets a mark for. */
public enum Aspect {
  /** Whether the parts work and work together; what the correctness rules find. */
  ARCHITECTURE("Architecture and design"),
  /** How hard it is to get in and further. */
  SECURITY("Security posture"),
  /** How fast builds are and how small images. */
  PERFORMANCE("Performance and optimization"),
  /** How easy it is to work with. */
  EXPERIENCE("Developer experience"),
  /** How easily it can be read and changed; style counts here, little. */
  MAINTAINABILITY("Maintainability");

  private final String title;

  Aspect(String title) {
    this.title = title;
  }

  /** The aspect that the rules of a category speak of. */
  public static Aspect of(Category category) {
    return switch (category) {
      case CORRECTNESS -> ARCHITECTURE;
      case SECURITY -> SECURITY;
      case PERFORMANCE -> PERFORMANCE;
      case EXPERIENCE -> EXPERIENCE;
      case MAINTAINABILITY, STYLE -> MAINTAINABILITY;
    };
  }

  /** The name in lower case, as reports for machines and parameters write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people. */
  public String title() {
    return title;
  }
}
