package io.github.dockeraudit.facts;

import java.util.Locale;
import java.util.Optional;

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
  /** Python: {@code pip}, {@code python -m pip}, {@code uv pip}. */
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

  /** Whether its packages are those of the distribution, not of one language. */
  public boolean isOfDistribution() {
    return compareTo(PACMAN) <= 0;
  }

  /** The manager of a cell of the table; empty for {@code none} and for an empty cell. */
  static Optional<PackageManager> ofCell(String cell) {
    return cell.isEmpty() || cell.equals("none")
        ? Optional.empty()
        : Optional.of(valueOf(cell.toUpperCase(Locale.ROOT)));
  }
}
