package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.ServiceImage.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what is known of the images of services, by repository. */
public final class ServiceImages {

  private ServiceImages() {}

  /** What is known of an image under any tag; empty if nothing is. */
  public static Optional<ServiceImage> find(ImageReference image) {
    return Optional.ofNullable(Rows.BY_REPOSITORY.get(Repository.of(image)));
  }

  private static ServiceImage image(String[] row) {
    return new ServiceImage(
        row[0],
        Kind.valueOf(row[1].replace('-', '_').toUpperCase(Locale.ROOT)),
        row[2].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(row[2])),
        row[3].equals("yes"),
        row[4],
        split(row[5]),
        split(row[6]));
  }

  private static List<String> split(String cell) {
    return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  /** The table, read on first use. */
  private static final class Rows {

    static final Map<String, ServiceImage> BY_REPOSITORY =
        Table.rows("service-images.tsv", 7).stream()
            .map(ServiceImages::image)
            .collect(Collectors.toMap(ServiceImage::repository, Function.identity()));
  }
}
