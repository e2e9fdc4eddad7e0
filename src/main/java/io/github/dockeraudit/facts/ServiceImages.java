package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.ServiceImage.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds what is known of the images of services, by repository. */
public final class ServiceImages {

  private ServiceImages() {}

  /** What is known of an image under any tag; empty if nothing is. */
  public static Optional<ServiceImage> find(ImageReference image) {
    return Table.first(Tables.IMAGES.rows(Repository.of(image))).map(ServiceImages::image);
  }

  private static ServiceImage image(Table.Row row) {
    String port = row.cell(2);
    return new ServiceImage(
        row.cell(0),
        Kind.valueOf(row.cell(1).replace('-', '_').toUpperCase(Locale.ROOT)),
        port.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)),
        row.cell(3).equals("yes"),
        row.cell(4),
        split(row.cell(5)),
        split(row.cell(6)));
  }

  private static List<String> split(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }

  /** The table, read on first use. */
  static final class Tables {
    static final Table IMAGES = Table.read("service-images.tsv");
  }
}
