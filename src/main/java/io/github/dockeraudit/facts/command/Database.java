package io.github.dockeraudit.facts.command;

import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.ServiceImage;
import io.github.dockeraudit.facts.ServiceImages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A database whose image says how its content is saved: commands for the shell of its container,
 * which finds there the variables that the image was started with.
 *
 * @see <a href="https://hub.docker.com/_/postgres">the variables of the images</a>
 */
enum Database {
  POSTGRES(
      List.of("library/postgres", "postgis/postgis", "pgvector/pgvector", "timescale/timescaledb"),
      List.of("POSTGRES_USER_FILE", "POSTGRES_DB_FILE"),
      List.of(),
      "sql",
      "exec pg_dump --clean --if-exists -U \"${POSTGRES_USER:-postgres}\" \"${POSTGRES_DB:-${POSTGRES_USER:-postgres}}\"",
      "exec psql -q -v ON_ERROR_STOP=1 -U \"${POSTGRES_USER:-postgres}\" \"${POSTGRES_DB:-${POSTGRES_USER:-postgres}}\""),
  MYSQL(
      List.of("library/mysql"),
      List.of("MYSQL_ROOT_PASSWORD_FILE", "MYSQL_DATABASE_FILE"),
      List.of("MYSQL_ROOT_PASSWORD"),
      "sql",
      "MYSQL_PWD=\"$MYSQL_ROOT_PASSWORD\" exec mysqldump -u root --single-transaction --databases \"$MYSQL_DATABASE\"",
      "MYSQL_PWD=\"$MYSQL_ROOT_PASSWORD\" exec mysql -u root"),
  MARIADB(
      List.of("library/mariadb"),
      List.of("MARIADB_ROOT_PASSWORD_FILE", "MYSQL_ROOT_PASSWORD_FILE", "MARIADB_DATABASE_FILE"),
      List.of("MARIADB_ROOT_PASSWORD", "MYSQL_ROOT_PASSWORD"),
      "sql",
      "MYSQL_PWD=\"${MARIADB_ROOT_PASSWORD:-$MYSQL_ROOT_PASSWORD}\" exec mariadb-dump -u root --single-transaction --databases \"${MARIADB_DATABASE:-$MYSQL_DATABASE}\"",
      "MYSQL_PWD=\"${MARIADB_ROOT_PASSWORD:-$MYSQL_ROOT_PASSWORD}\" exec mariadb -u root"),
  MONGO(
      List.of("library/mongo"),
      List.of("MONGO_INITDB_ROOT_PASSWORD_FILE", "MONGO_INITDB_ROOT_USERNAME_FILE"),
      List.of(),
      "archive.gz",
      "exec mongodump --quiet --archive --gzip ${MONGO_INITDB_ROOT_USERNAME:+--authenticationDatabase admin -u \"$MONGO_INITDB_ROOT_USERNAME\" -p \"$MONGO_INITDB_ROOT_PASSWORD\"}",
      "exec mongorestore --quiet --drop --archive --gzip ${MONGO_INITDB_ROOT_USERNAME:+--authenticationDatabase admin -u \"$MONGO_INITDB_ROOT_USERNAME\" -p \"$MONGO_INITDB_ROOT_PASSWORD\"}");

  private static final String ALL = "--all-databases";

  private final List<String> images;
  private final List<String> hidden;
  private final List<String> needed;
  private final String ending;
  private final String dump;
  private final String load;

  Database(
      List<String> images,
      List<String> hidden,
      List<String> needed,
      String ending,
      String dump,
      String load) {
    this.images = images;
    this.hidden = hidden;
    this.needed = needed;
    this.ending = ending;
    this.dump = dump;
    this.load = load;
  }

  /** The database that a service runs; empty if it runs none, or its variables are not known. */
  static Optional<Database> of(Service service) {
    Optional<ServiceImage> image =
        service
            .image()
            .filter(name -> service.build().isEmpty())
            .flatMap(name -> name.value())
            .flatMap(ImageReference::parse)
            .flatMap(ServiceImages::find);
    return Stream.of(values())
        .filter(database -> image.filter(database::isOf).isPresent())
        .filter(database -> database.hasVariables(service))
        .findFirst();
  }

  private boolean isOf(ServiceImage image) {
    return images.contains(image.repository().substring(image.repository().indexOf('/') + 1));
  }

  /** Variables in files are in no shell; of an {@code env_file} it is taken that it has them. */
  private boolean hasVariables(Service service) {
    return hidden.stream().noneMatch(name -> service.environment(name).isPresent())
        && (needed.isEmpty()
            || !service.envFiles().isEmpty()
            || needed.stream().anyMatch(name -> service.environment(name).isPresent()));
  }

  /** What the name of a backup ends in. */
  String ending() {
    return ending;
  }

  /** The command that writes a backup to its output. */
  String dump(Service service) {
    boolean isNamed =
        !service.envFiles().isEmpty()
            || service.environment().stream().anyMatch(v -> v.name().endsWith("_DATABASE"));
    int databases = dump.indexOf(" --databases ");
    return databases < 0 || isNamed ? dump : dump.substring(0, databases + 1) + ALL;
  }

  /** The command that reads a backup from its input. */
  String load() {
    return load;
  }
}
