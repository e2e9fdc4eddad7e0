package io.github.dockeraudit.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of one base image under one tag.
 *
 * <p>Each answer may be unknown: an enum then says so itself, an {@code Optional} is empty.
 *
 * @see BaseImages
 */
public final class BaseImage {

  /** The distribution that an image is made of. */
  public enum Family {
    DEBIAN,
    UBUNTU,
    ALPINE,
    RHEL,
    UBI_MINIMAL,
    UBI_MICRO,
    AMAZONLINUX,
    AZURELINUX,
    DISTROLESS,
    WOLFI,
    ALPAQUITA,
    BUSYBOX,
    SCRATCH,
    SUSE,
    ARCH,
    WINDOWS,
    UNKNOWN
  }

  /** The C library, on which compiled programs depend. */
  public enum Libc {
    GLIBC,
    MUSL,
    UCLIBC,
    /** There is none: only static programs run. */
    NONE,
    UNKNOWN
  }

  /** The programs that add a user. */
  public enum UserTools {
    /** {@code groupadd} and {@code useradd}. */
    SHADOW,
    /** {@code addgroup -S} and {@code adduser -S}. */
    BUSYBOX,
    /** {@link #SHADOW}, once the package {@code shadow-utils} is installed. */
    NEEDS_SHADOW_UTILS,
    /** There are none: use an existing user or a number. */
    NONE,
    UNKNOWN
  }

  /** What kind of Java runtime an image has. */
  public enum Java {
    JDK,
    JRE,
    /** None that the table knows of. */
    UNKNOWN
  }

  /** The cells of one row, in the order of the columns of the table. */
  enum Cell {
    REPOSITORY,
    TAG_PATTERN,
    FAMILY,
    PACKAGE_MANAGER,
    LIBC,
    SHELL,
    DEFAULT_USER,
    NON_ROOT_USER,
    USER_TOOLS,
    PORTS,
    HEALTH_CHECK,
    SIZE,
    SMALLER,
    JAVA,
    DEPRECATED,
    DROPS_PRIVILEGES
  }

  private final String[] row;

  /** A row of the table, or one made of several; not copied. */
  BaseImage(String[] row) {
    this.row = row;
  }

  /**
   * The repository, registry and {@code library/} included; one that ends with {@code /*} stands
   * for all below it.
   */
  public String repository() {
    return cell(Cell.REPOSITORY);
  }

  /** The distribution. */
  public Family family() {
    return constant(Family.class, Cell.FAMILY, Family.UNKNOWN);
  }

  /** The package manager of the distribution; empty if there is none or it is not known. */
  public Optional<PackageManager> packageManager() {
    return PackageManager.ofCell(cell(Cell.PACKAGE_MANAGER));
  }

  /** Whether there is a package manager. */
  public Answer hasPackageManager() {
    return unlessNone(Cell.PACKAGE_MANAGER);
  }

  /** The C library. */
  public Libc libc() {
    return constant(Libc.class, Cell.LIBC, Libc.UNKNOWN);
  }

  /**
   * The best shell there is: {@code bash}, {@code ash}, {@code sh}, {@code cmd}, {@code
   * powershell}.
   */
  public Optional<String> shell() {
    return hasShell() == Answer.YES ? Optional.of(cell(Cell.SHELL)) : Optional.empty();
  }

  /** Whether there is any shell, so that the shell form of an instruction can run. */
  public Answer hasShell() {
    return unlessNone(Cell.SHELL);
  }

  /**
   * The user that its containers start as, as {@code USER} would have it; {@code root} if none is
   * set.
   */
  public Optional<String> defaultUser() {
    return text(Cell.DEFAULT_USER);
  }

  /**
   * The user that it already has for running the service; empty if there is none or it is not
   * known.
   */
  public Optional<NonRootUser> nonRootUser() {
    return hasNonRootUser() == Answer.YES
        ? Optional.of(NonRootUser.ofCell(cell(Cell.NON_ROOT_USER)))
        : Optional.empty();
  }

  /** Whether it already has a user for running the service. */
  public Answer hasNonRootUser() {
    return unlessNone(Cell.NON_ROOT_USER);
  }

  /** Whether its entry point, started as root, goes on as {@link #nonRootUser}. */
  public Answer dropsPrivileges() {
    if (!cell(Cell.DROPS_PRIVILEGES).isEmpty()) {
      return Answer.YES;
    }
    return defaultUser().isPresent() ? Answer.NO : Answer.UNKNOWN;
  }

  /** The programs that add a user. */
  public UserTools userTools() {
    return constant(UserTools.class, Cell.USER_TOOLS, UserTools.UNKNOWN);
  }

  /** The ports that it exposes, as {@code 443} or {@code 443/udp}; empty if none or not known. */
  public List<String> exposedPorts() {
    return text(Cell.PORTS).map(ports -> List.of(ports.split(" "))).orElse(List.of());
  }

  /** Whether it has a health check, which images built on it inherit. */
  public Answer hasHealthCheck() {
    return Answer.ofCell(cell(Cell.HEALTH_CHECK));
  }

  /** Its size on disk in MB (10^6 bytes), uncompressed, for {@code linux/amd64}: an estimate. */
  public OptionalDouble megabytes() {
    return text(Cell.SIZE)
        .map(size -> OptionalDouble.of(Double.parseDouble(size)))
        .orElse(OptionalDouble.empty());
  }

  /** A smaller equivalent, in words; {@code <v>} and {@code <suite>} stand for the same version. */
  public Optional<String> smallerAlternative() {
    return text(Cell.SMALLER);
  }

  /** The Java runtime in it. */
  public Java java() {
    return constant(Java.class, Cell.JAVA, Java.UNKNOWN);
  }

  /** Why it should no longer be used, and what instead; empty if nothing speaks against it. */
  public Optional<String> deprecated() {
    return text(Cell.DEPRECATED);
  }

  private Optional<String> text(Cell cell) {
    return cell(cell).isEmpty() ? Optional.empty() : Optional.of(cell(cell));
  }

  private Answer unlessNone(Cell cell) {
    return cell(cell).isEmpty() ? Answer.UNKNOWN : Answer.of(!cell(cell).equals("none"));
  }

  private <E extends Enum<E>> E constant(Class<E> type, Cell cell, E unknown) {
    String text = cell(cell);
    return text.isEmpty()
        ? unknown
        : Enum.valueOf(type, text.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  String cell(Cell cell) {
    return row[cell.ordinal()];
  }
}
