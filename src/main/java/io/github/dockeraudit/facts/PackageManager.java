package io.github.dockeraudit.facts;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A program that installs packages. */
public enum PackageManager {
  /** Debian and Ubuntu: {@code apt-get}, {@code apt}, {@code aptitude}. */
  APT,
  /** Alpine and Wolfi. */
  APK,
  /** Fedora and Red Hat. */
  DNF,
  /** The small one of Red Hat's minimal images. */
  MICRODNF,
  /** Red Hat before {@link #DNF}. */
  YUM,
  /** SUSE. */
  ZYPPER,
  /** Arch. */
  PACMAN,
  /** Python: {@code pip}, {@code python -m pip}, {@code uv pip}, {@code pipx}. */
  PIP,
  /** Node.js. */
  NPM,
  /** Node.js. */
  YARN,
  /** Node.js. */
  PNPM,
  /** Ruby. */
  GEM,
  /** Go: {@code go install} and {@code go get}. */
  GO,
  /** Rust. */
  CARGO,
  /** PHP. */
  COMPOSER;

  private static final Set<PackageManager> OF_DISTRIBUTION =
      EnumSet.of(APT, APK, DNF, MICRODNF, YUM, ZYPPER, PACMAN);

  /** Whether its packages are those of the distribution, not of one language. */
  public boolean isOfDistribution() {
    return OF_DISTRIBUTION.contains(this);
  }

  /** The manager that a program is, {@code pip3.11} for one; empty if it is none. */
  static Optional<PackageManager> ofProgram(String program) {
    return switch (program) {
      case "apt-get", "apt", "aptitude" -> Optional.of(APT);
      case "apk" -> Optional.of(APK);
      case "dnf", "dnf5", "dnf-3", "tdnf" -> Optional.of(DNF);
      case "microdnf" -> Optional.of(MICRODNF);
      case "yum" -> Optional.of(YUM);
      case "zypper" -> Optional.of(ZYPPER);
      case "pacman" -> Optional.of(PACMAN);
      case "uv", "pipx" -> Optional.of(PIP);
      case "npm" -> Optional.of(NPM);
      case "yarn", "yarnpkg" -> Optional.of(YARN);
      case "pnpm" -> Optional.of(PNPM);
      case "gem" -> Optional.of(GEM);
      case "go" -> Optional.of(GO);
      case "cargo" -> Optional.of(CARGO);
      case "composer", "composer.phar" -> Optional.of(COMPOSER);
      default -> isPip(program) ? Optional.of(PIP) : Optional.empty();
    };
  }

  private static boolean isPip(String program) {
    return program.startsWith("pip")
        && program.chars().skip("pip".length()).allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  /** The manager of a cell of the table; empty for {@code none} and for an empty cell. */
  static Optional<PackageManager> ofCell(String cell) {
    return cell.isEmpty() || cell.equals("none")
        ? Optional.empty()
        : Optional.of(valueOf(cell.toUpperCase(Locale.ROOT)));
  }
}
