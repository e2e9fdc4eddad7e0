package io.github.dockeraudit.facts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the parts of a tag say, such as {@code 3.11-slim-buster}: the version it begins with, the
 * distribution that the image is built on, the Java runtime in it.
 */
final class ImageTag {

  /**
   * Something that a tag names beside the version it begins with.
   *
   * @param product the product as the end-of-life table names it
   * @param cycle its version or codename; empty if the tag gives none
   */
  record Named(String product, String cycle) {}

  private static final Map<String, String> DISTRIBUTIONS =
      Map.ofEntries(
          Map.entry("al", "amazon-linux"),
          Map.entry("almalinux", "almalinux"),
          Map.entry("alpine", "alpine-linux"),
          Map.entry("amazonlinux", "amazon-linux"),
          Map.entry("centos", "centos"),
          Map.entry("debian", "debian"),
          Map.entry("fedora", "fedora"),
          Map.entry("nanoserver", "windows-nano-server"),
          Map.entry("ol", "oracle-linux"),
          Map.entry("oraclelinux", "oracle-linux"),
          Map.entry("rockylinux", "rocky-linux"),
          Map.entry("ubi", "rhel"),
          Map.entry("ubuntu", "ubuntu"),
          Map.entry("windowsservercore", "windows-server-core"));

  /** Words that mean a distribution only with a number right behind them. */
  private static final Set<String> NUMBERED = Set.of("al", "ol", "ubi");

  /** Codenames that are no everyday words: {@code ros:kinetic} is not Ubuntu's. */
  private static final Map<String, String> CODENAMES =
      Map.ofEntries(
          Map.entry("wheezy", "debian"),
          Map.entry("jessie", "debian"),
          Map.entry("stretch", "debian"),
          Map.entry("buster", "debian"),
          Map.entry("bullseye", "debian"),
          Map.entry("bookworm", "debian"),
          Map.entry("trixie", "debian"),
          Map.entry("trusty", "ubuntu"),
          Map.entry("xenial", "ubuntu"),
          Map.entry("bionic", "ubuntu"),
          Map.entry("focal", "ubuntu"),
          Map.entry("jammy", "ubuntu"),
          Map.entry("noble", "ubuntu"),
          Map.entry("resolute", "ubuntu"));

  private static final Map<String, String> RUNTIMES =
      Map.of(
          "amazoncorretto", "amazon-corretto",
          "corretto", "amazon-corretto",
          "sapmachine", "sapmachine",
          "semeru", "ibm-semeru",
          "temurin", "eclipse-temurin");

  private final String tag;
  private final List<String> parts;

  ImageTag(String tag) {
    this.tag = tag;
    this.parts = List.of(tag.toLowerCase(Locale.ROOT).split("-"));
  }

  /** Whether a part of a tag is the codename of a release of a distribution. */
  static boolean isCodename(String part) {
    return CODENAMES.containsKey(part);
  }

  /** The parts between the hyphens, in lower case. */
  List<String> parts() {
    return parts;
  }

  /** The version that the tag begins with, after a word that is there for every version. */
  Version version(String prefix) {
    return Version.startOf(tag.startsWith(prefix) ? tag.substring(prefix.length()) : tag);
  }

  /** The version behind the first part that begins with a word: {@code pg} in {@code 2.1-pg16}. */
  Version versionAfter(String word) {
    return parts.stream()
        .filter(part -> part.startsWith(word))
        .map(part -> Version.startOf(part.substring(word.length())))
        .filter(version -> !version.isNone())
        .findFirst()
        .orElse(Version.NONE);
  }

  /**
   * The distribution that the tag names; of several, as in {@code debian-bookworm}, the last. Its
   * cycle is empty for a bare {@code alpine}.
   */
  Optional<Named> distribution() {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Optional<Named> named = distribution(parts.get(i), part(i + 1));
      if (named.isPresent()) {
        return named;
      }
    }
    return Optional.empty();
  }

  /** The Java runtime in {@code 3.9-eclipse-temurin-21} or {@code 10-jre21-temurin}. */
  Optional<Named> runtime() {
    for (int i = 0; i < parts.size(); i++) {
      String product = RUNTIMES.get(parts.get(i));
      if (product != null) {
        Version behind = Version.startOf(part(i + 1));
        Version within = versionAfter("jdk").orElse(versionAfter("jre"));
        return Optional.of(new Named(product, behind.orElse(within).toString()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Named> distribution(String part, String next) {
    String codenameOf = CODENAMES.get(part);
    if (codenameOf != null) {
      return Optional.of(new Named(codenameOf, part));
    }
    int letters = 0;
    while (letters < part.length() && Character.isLetter(part.charAt(letters))) {
      letters++;
    }
    String word = part.substring(0, letters);
    String product = DISTRIBUTIONS.get(word);
    if (product == null) {
      return Optional.empty();
    }
    if (letters == part.length()) {
      return NUMBERED.contains(word)
          ? Optional.empty()
          : Optional.of(new Named(product, cycleIn(product, next)));
    }
    Version number = Version.startOf(part.substring(letters));
    return number.isNone() ? Optional.empty() : Optional.of(new Named(product, number.toString()));
  }

  /** The part after the word, unless it must be the version of something else. */
  private static String cycleIn(String product, String next) {
    Version version = Version.startOf(next);
    return switch (product) {
      case "alpine-linux", "ubuntu" -> version.length() > 1 ? version.toString() : "";
      case "windows-nano-server", "windows-server-core" ->
          next.startsWith("ltsc") ? next.substring("ltsc".length()) : next;
      default -> version.toString();
    };
  }

  private String part(int index) {
    return index < parts.size() ? parts.get(index) : "";
  }
}
