package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

/**
 * Something that is well done, and that the files prove.
 *
 * @param kind what it is about; a reader is told of the first kinds first
 * @param text what holds, in one line without full stop; names come from the files
 */
public record Strength(Kind kind, String text) implements Comparable<Strength> {

  /** What a strength is about, the weightiest first. */
  public enum Kind {
    NON_ROOT_USER,
    SECRETS_OUTSIDE,
    MULTI_STAGE,
    ISOLATED_BUILD,
    VIRTUAL_ENVIRONMENT,
    HEALTH_CHECKS,
    ORDERED_START,
    LIMITS,
    CLOSED_DATA_PORTS,
    MINIMAL_BASE,
    PINNED_BASE,
    MANIFESTS_FIRST,
    CACHE_MOUNTS,
    CLEAN_LAYERS,
    SERVICE_TARGETS,
    DEVELOPMENT_APART,
    PROFILES,
    NAMED_DATA,
    READ_ONLY_MOUNTS,
    IGNORE_FILE,
    EXEC_FORM,
    COMMANDS
  }

  public Strength {
    requireNonNull(kind);
    requireNonNull(text);
  }

  @Override
  public int compareTo(Strength other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : text.compareTo(other.text);
  }
}
