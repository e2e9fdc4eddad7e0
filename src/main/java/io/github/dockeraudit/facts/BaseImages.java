package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.BaseImage.Cell;
import io.github.dockeraudit.facts.BaseImage.Family;
import io.github.dockeraudit.facts.Table.Row;
import io.github.dockeraudit.source.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is known of base images, by repository and tag. */
public final class BaseImages {

  /** What the distribution decides, and not the program that the image is for. */
  private static final Set<Cell> OF_DISTRIBUTION =
      Set.of(Cell.FAMILY, Cell.PACKAGE_MANAGER, Cell.LIBC, Cell.SHELL, Cell.USER_TOOLS);

  /** What holds for one distribution and need not for another, and no plain image can tell. */
  private static final Set<Cell> OF_VARIANT = Set.of(Cell.NON_ROOT_USER, Cell.SIZE);

  /** The image that is nothing but the distribution. */
  private static final Map<String, String> PLAIN =
      Map.of(
          "almalinux", "docker.io/library/almalinux",
          "alpine-linux", "docker.io/library/alpine",
          "amazon-linux", "docker.io/library/amazonlinux",
          "centos", "docker.io/library/centos",
          "debian", "docker.io/library/debian",
          "fedora", "docker.io/library/fedora",
          "oracle-linux", "docker.io/library/oraclelinux",
          "ubuntu", "docker.io/library/ubuntu",
          "windows-nano-server", "mcr.microsoft.com/windows/nanoserver",
          "windows-server-core", "mcr.microsoft.com/windows/servercore");

  private static final Fact<ImageReference, Optional<BaseImage>> OF_IMAGE =
      Fact.of(BaseImages::lookUp);

  private BaseImages() {}

  /** The day on which what is known was put together. */
  public static LocalDate compiled() {
    return LocalDate.of(2026, 11, 22);
  }

  /**
   * What is known of an image; empty if nothing is. Without tag and digest the tag is {@code
   * latest}; with a digest alone, only what holds for every tag is known.
   */
  public static Optional<BaseImage> find(ImageReference image) {
    return OF_IMAGE.about(image);
  }

  private static Optional<BaseImage> lookUp(ImageReference image) {
    List<Row> rows = rows(Repository.of(image));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    if (image.tag().isEmpty() && image.digest().isPresent()) {
      return Optional.of(new BaseImage(common(rows)));
    }
    String tag = image.tag().orElse("latest");
    return bestOf(rows, tag).map(found -> onDistribution(found, new ImageTag(tag)));
  }

  private static List<Row> rows(String repository) {
    List<Row> rows = Tables.IMAGES.rows(repository);
    String path = repository;
    while (rows.isEmpty() && path.indexOf('/') > 0) {
      path = path.substring(0, path.lastIndexOf('/'));
      rows = Tables.IMAGES.rows(path + "/*");
    }
    return rows;
  }

  /** The row with the narrowest pattern that matches. */
  private static Optional<BaseImage> bestOf(List<Row> rows, String tag) {
    Row best = null;
    int narrowest = -1;
    for (Row row : rows) {
      for (String pattern : row.cell(Cell.TAG_PATTERN.ordinal()).split(" ")) {
        int width = Glob.width(pattern);
        if (width > narrowest && Glob.matches(pattern, tag)) {
          best = row;
          narrowest = width;
        }
      }
    }
    return best == null ? Optional.empty() : Optional.of(new BaseImage(cells(best)));
  }

  private static String[] common(List<Row> rows) {
    String[] common = cells(rows.get(0));
    for (Row row : rows) {
      for (int i = 0; i < common.length; i++) {
        common[i] = common[i].equals(row.cell(i)) ? common[i] : "";
      }
    }
    return common;
  }

  private static String[] cells(Row row) {
    return row.cells(Cell.values().length);
  }

  /**
   * The tag itself knows best: {@code tomcat:9-alpine} is Alpine, whatever Tomcat is by default.
   */
  private static BaseImage onDistribution(BaseImage image, ImageTag tag) {
    Optional<ImageTag.Named> named = tag.distribution();
    if (named.isEmpty() || agree(image.family(), named.get().product())) {
      return image;
    }
    Optional<BaseImage> plain = plain(named.get());
    String[] row = new String[Cell.values().length];
    for (Cell cell : Cell.values()) {
      if (OF_DISTRIBUTION.contains(cell)) {
        row[cell.ordinal()] = plain.map(p -> p.cell(cell)).orElse("");
      } else {
        row[cell.ordinal()] = isOfVariant(cell, named.get()) ? "" : image.cell(cell);
      }
    }
    return new BaseImage(row);
  }

  private static boolean isOfVariant(Cell cell, ImageTag.Named distribution) {
    return OF_VARIANT.contains(cell)
        || cell == Cell.DEFAULT_USER && distribution.product().startsWith("windows");
  }

  private static Optional<BaseImage> plain(ImageTag.Named distribution) {
    String repository = PLAIN.get(distribution.product());
    return repository == null ? Optional.empty() : bestOf(rows(repository), distribution.cycle());
  }

  private static boolean agree(Family family, String product) {
    return switch (product) {
      case "alpine-linux" -> family == Family.ALPINE;
      case "amazon-linux" -> family == Family.AMAZONLINUX;
      case "debian" -> family == Family.DEBIAN || family == Family.DISTROLESS;
      case "ubuntu" -> family == Family.UBUNTU || family == Family.DISTROLESS;
      case "windows-nano-server", "windows-server-core" -> family == Family.WINDOWS;
      default ->
          family == Family.RHEL || family == Family.UBI_MINIMAL || family == Family.UBI_MICRO;
    };
  }

  /** The table, read on first use. */
  static final class Tables {
    static final Table IMAGES = Table.read("base-images.tsv");
  }
}
