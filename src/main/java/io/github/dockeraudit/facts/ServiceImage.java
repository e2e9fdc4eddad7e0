package io.github.dockeraudit.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of an image that runs as a service beside the application.
 *
 * @see ServiceImages
 */
public final class ServiceImage {

  /** What a service is for. */
  public enum Kind {
    DATABASE,
    CACHE,
    BROKER,
    COORDINATION,
    SEARCH,
    LOGGING,
    MONITORING,
    PROXY,
    IDENTITY,
    SECRETS,
    OBJECTSTORE,
    MAIL,
    CI,
    QUALITY,
    REGISTRY,
    CLOUD_EMULATOR,
    MOCK,
    ADMIN,
    WEB,
    BUILD
  }

  private final String repository;
  private final Kind kind;
  private final OptionalInt port;
  private final boolean sensitive;
  private final String healthCheckTest;
  private final List<String> dataFolders;
  private final List<String> secretVariables;

  ServiceImage(
      String repository,
      Kind kind,
      OptionalInt port,
      boolean sensitive,
      String healthCheckTest,
      List<String> dataFolders,
      List<String> secretVariables) {
    this.repository = repository;
    this.kind = kind;
    this.port = port;
    this.sensitive = sensitive;
    this.healthCheckTest = healthCheckTest;
    this.dataFolders = dataFolders;
    this.secretVariables = secretVariables;
  }

  /** The canonical repository, such as {@code docker.io/library/postgres}. */
  public String repository() {
    return repository;
  }

  /** What the service is for. */
  public Kind kind() {
    return kind;
  }

  /** The main TCP port in the container; empty if the table has none. */
  public OptionalInt port() {
    return port;
  }

  /** Whether that port should not be open to every host that can reach this one. */
  public boolean isSensitive() {
    return sensitive;
  }

  /**
   * The value of {@code healthcheck.test} as it stands in a compose file: a JSON array, in which
   * {@code $$} is a literal dollar sign. Empty if the table has none.
   */
  public Optional<String> healthCheckTest() {
    return healthCheckTest.isEmpty() ? Optional.empty() : Optional.of(healthCheckTest);
  }

  /** The folders that need a volume, those of every version; empty if there are none. */
  public List<String> dataFolders() {
    return dataFolders;
  }

  /** The environment variables that hold a secret, or with {@code _FILE} the path of one. */
  public List<String> secretVariables() {
    return secretVariables;
  }

  @Override
  public String toString() {
    return repository;
  }
}
