package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.BaseImage.Cell;
import io.github.dockeraudit.facts.BaseImage.Family;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  private BaseImages() {}

  /**
   * What is known of an image; empty if nothing is. Without tag and digest the tag is {@code
   * latest}; with a digest alone, only what holds for every tag is known.
   */
  public static Optional<BaseImage> find(ImageReference image) {
    List<String[]> rows = rows(Repository.of(image));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    if (image.tag().isEmpty() && image.digest().isPresent()) {
      return Optional.of(new BaseImage(common(rows)));
    }
    String tag = image.tag().orElse("latest");
    return bestOf(rows, tag).map(BaseImage::new).map(row -> onDistribution(row, new ImageTag(tag)));
  }

  private static List<String[]> rows(String repository) {
    List<String[]> rows = Rows.BY_REPOSITORY.get(repository);
    String path = repository;
    while (rows == null && path.indexOf('/') > 0) {
      path = path.substring(0, path.lastIndexOf('/'));
      rows = Rows.BY_REPOSITORY.get(path + "/*");
    }
    return rows == null ? List.of() : rows;
  }

  /** The row with the narrowest pattern that matches. */
  private static Optional<String[]> bestOf(List<String[]> rows, String tag) {
    String[] best = null;
    int narrowest = -1;
    for (String[] row : rows) {
      String pattern = row[Cell.TAG_PATTERN.ordinal()];
      int width = (int) pattern.chars().filter(c -> c != '*').count();
      if (width > narrowest && Glob.matches(pattern, tag)) {
        best = row;
        narrowest = width;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String[] common(List<String[]> rows) {
    String[] common = rows.get(0).clone();
    for (String[] row : rows) {
      for (int i = 0; i < common.length; i++) {
        common[i] = common[i].equals(row[i]) ? common[i] : "";
      }
    }
    return common;
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
        row[cell.ordinal()] = OF_VARIANT.contains(cell) ? "" : image.cell(cell);
      }
    }
    return new BaseImage(row);
  }

  private static Optional<BaseImage> plain(ImageTag.Named distribution) {
    String repository = PLAIN.get(distribution.product());
    return repository == null
        ? Optional.empty()
        : bestOf(rows(repository), distribution.cycle()).map(BaseImage::new);
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
  private static final class Rows {

    static final Map<String, List<String[]>> BY_REPOSITORY =
        Table.rows("base-images.tsv", Cell.values().length).stream()
            .collect(Collectors.groupingBy(row -> row[Cell.REPOSITORY.ordinal()]));
  }
}
