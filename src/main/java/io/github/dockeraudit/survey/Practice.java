package io.github.dockeraudit.survey;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How far a practice is followed, where it can be.
 *
 * @param kind the practice
 * @param holds in how many of the places it is followed
 * @param of how many places there are; at least 1
 * @param lacking the places where it is not, in the order of files
 */
public record Practice(Kind kind, int holds, int of, List<String> lacking) {

  /** A practice of security, in the order of reports. */
  public enum Kind {
    NON_ROOT_USERS("Non-root users", "Dockerfiles"),
    MINIMAL_BASE("Minimal base images", "images"),
    PINNED_IMAGES("Images with a version or digest", "images"),
    SUPPORTED_IMAGES("Images that are still supported", "images"),
    MULTI_STAGE("Build tools left behind in a stage", "Dockerfiles"),
    IGNORE_FILE("Ignore file for the build context", "contexts"),
    NO_SECRETS_IN_IMAGES("No secrets in Dockerfiles", "Dockerfiles"),
    SECRETS_OUTSIDE("Secrets from outside of the files", "places"),
    NO_GUESSABLE_DEFAULTS("Secrets without a written default", "places"),
    LIMITS("Memory and processor limits", "services"),
    CLOSED_DATA_PORTS("Data ports closed to the network", "services"),
    NOT_PRIVILEGED("Neither privileged nor with the Docker socket", "services"),
    READ_ONLY_MOUNTS("Files of the project mounted read-only", "mounts"),
    HEALTH_CHECKS("Health checks", "services"),
    HEALTHY_DEPENDENCIES("Dependencies waited for", "dependencies");

    private final String title;
    private final String unit;

    Kind(String title, String unit) {
      this.title = title;
      this.unit = unit;
    }

    /** A heading. */
    public String title() {
      return title;
    }

    /** What is counted, in the plural. */
    public String unit() {
      return unit;
    }
  }

  public Practice {
    requireNonNull(kind);
    lacking = List.copyOf(lacking);
  }

  /** The share of places where it is followed, in whole percent; 100 only if that is all. */
  public int percent() {
    return (int) (100L * holds / of);
  }
}
