package io.github.dockeraudit.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One release of one product, with the end of its support as endoflife.date gives it.
 *
 * @see EndOfLife
 */
public final class Release {

  private static final int LTS_YEARS = 2;

  /** A release that is older than one in the table, and ended with that one or before. */
  private final boolean isOlder;

  private final Product product;
  private final String cycle;
  private final Version version;
  private final String codename;
  private final boolean longTerm;

  /** A date, {@code ended} or {@code open}. */
  private final String end;

  private Release(
      Product product,
      String cycle,
      String codename,
      boolean longTerm,
      String end,
      boolean isOlder) {
    this.product = product;
    this.cycle = cycle;
    this.version = Version.startOf(cycle);
    this.codename = codename;
    this.longTerm = longTerm;
    this.end = end;
    this.isOlder = isOlder;
  }

  /** A release from its part of the cell: {@code cycle:end}, {@code :codename}, {@code :lts}. */
  static Release of(Product product, String text) {
    String[] parts = text.split(":");
    return new Release(
        product, parts[0], parts.length > 2 ? parts[2] : "", parts.length > 3, parts[1], false);
  }

  /** An older release that the table leaves out, and that ended with this one or before. */
  Release predecessor(Version older) {
    return new Release(product, older.toString(), "", false, end, true);
  }

  /** The product as endoflife.date names it, such as {@code alpine-linux}. */
  public String product() {
    return product.id();
  }

  /** The product as its makers write it, such as {@code Alpine}. */
  public String title() {
    return product.title();
  }

  /** The release cycle, such as {@code 3.8}. */
  public String cycle() {
    return cycle;
  }

  /** The cycle as numbers; none for the few that are not. */
  Version version() {
    return version;
  }

  /**
   * The name that the cycle also goes by in tags, such as {@code bookworm}; mostly there is none.
   */
  public Optional<String> codename() {
    return codename.isEmpty() ? Optional.empty() : Optional.of(codename);
  }

  boolean goesBy(String name) {
    return codename.equals(name);
  }

  /** Whether its makers support it longer than others; false also where nobody says. */
  public boolean isLongTerm() {
    return longTerm;
  }

  /**
   * The last day of its support, or the last day that it can have been; empty if it has ended
   * nobody knows when, or if no end was set when the table was made.
   */
  public Optional<LocalDate> end() {
    return isDay() ? Optional.of(day()) : Optional.empty();
  }

  /** Whether its support is over on a day; on the last day itself it is not. */
  public boolean hasEndedBy(LocalDate today) {
    return isDay() ? today.isAfter(day()) : end.equals("ended");
  }

  /**
   * Whether some of it may still be mended on a day after its end: Debian hands a release to its
   * LTS project, which goes on for about two years and leaves out what nobody pays for.
   *
   * @see <a href="https://wiki.debian.org/LTS">Debian LTS</a>
   */
  public boolean mayBeInLts(LocalDate today) {
    return product.id().equals("debian") && isDay() && !today.isAfter(day().plusYears(LTS_YEARS));
  }

  /**
   * When support ends, to follow a verb: {@code on 2022-09-10}, {@code by 2019-02-25}; or empty.
   */
  public String whenEnded() {
    return isDay() ? (isOlder ? "by " : "on ") + end : "";
  }

  private boolean isDay() {
    return Character.isDigit(end.charAt(0));
  }

  /** Read by hand: the JDK's formatter takes longer to set up than a whole audit. */
  private LocalDate day() {
    return LocalDate.of(
        Integer.parseInt(end, 0, 4, 10),
        Integer.parseInt(end, 5, 7, 10),
        Integer.parseInt(end, 8, 10, 10));
  }

  /** The release as a person says it: {@code Debian 10 (buster)}. */
  @Override
  public String toString() {
    return title() + " " + cycle + (codename.isEmpty() ? "" : " (" + codename + ")");
  }
}
