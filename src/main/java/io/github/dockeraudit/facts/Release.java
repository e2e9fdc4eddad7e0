package io.github.dockeraudit.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One release of one product, with the end of its support as endoflife.date gives it.
 *
 * @see EndOfLife
 */
public final class Release {

  private final String product;
  private final String title;
  private final String cycle;
  private final Version version;
  private final String codename;
  private final boolean longTerm;
  private final End end;
  private final LocalDate day;

  /** What is known of the end; the day is set for the first two. */
  enum End {
    ON_DAY,
    AT_THE_LATEST_ON_DAY,
    LONG_AGO,
    OPEN
  }

  Release(
      String product,
      String title,
      String cycle,
      String codename,
      boolean longTerm,
      End end,
      LocalDate day) {
    this.product = product;
    this.title = title;
    this.cycle = cycle;
    this.version = Version.startOf(cycle);
    this.codename = codename;
    this.longTerm = longTerm;
    this.end = end;
    this.day = day;
  }

  /** The product as endoflife.date names it, such as {@code alpine-linux}. */
  public String product() {
    return product;
  }

  /** The product as its makers write it, such as {@code Alpine}. */
  public String title() {
    return title;
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

  /** Whether its makers support it longer than others; false also where nobody says. */
  public boolean isLongTerm() {
    return longTerm;
  }

  /**
   * The last day of its support, or the last day that it can have been; empty if it has ended
   * nobody knows when, or if no end was set when the table was made.
   */
  public Optional<LocalDate> end() {
    return Optional.ofNullable(day);
  }

  /** Whether its support is over on a day; on the last day itself it is not. */
  public boolean hasEndedBy(LocalDate today) {
    return end == End.LONG_AGO || day != null && today.isAfter(day);
  }

  /**
   * When support ends, to follow a verb: {@code on 2022-09-10}, {@code by 2019-02-25}; or empty.
   */
  public String whenEnded() {
    return switch (end) {
      case ON_DAY -> "on " + day;
      case AT_THE_LATEST_ON_DAY -> "by " + day;
      case LONG_AGO, OPEN -> "";
    };
  }

  /** An older release that the table leaves out, and that ended with this one or before. */
  Release predecessor(String olderCycle) {
    End olderEnd = end == End.ON_DAY ? End.AT_THE_LATEST_ON_DAY : end;
    return new Release(product, title, olderCycle, "", false, olderEnd, day);
  }

  /** The release as a person says it: {@code Debian 10 (buster)}. */
  @Override
  public String toString() {
    return title + " " + cycle + (codename.isEmpty() ? "" : " (" + codename + ")");
  }
}
