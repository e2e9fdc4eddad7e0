package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.dockerfile.ImageReference;
import io.github.dockeraudit.facts.ServiceImage.Kind;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ServiceImagesTest {

  @Test
  void aServiceIsDescribedWhateverItsTag() {
    ServiceImage postgres = find("postgres:16-alpine").orElseThrow();
    assertThat(postgres.kind()).isEqualTo(Kind.DATABASE);
    assertThat(postgres.port()).isEqualTo(OptionalInt.of(5432));
    assertThat(postgres.isSensitive()).isTrue();
    assertThat(postgres.healthCheckTest()).get().asString().contains("pg_isready");
    assertThat(postgres.dataFolders())
        .containsExactly("/var/lib/postgresql", "/var/lib/postgresql/data");
    assertThat(postgres.secretVariables()).contains("POSTGRES_PASSWORD");
  }

  @Test
  void aProxyIsMeantToBeReached() {
    assertThat(find("nginx").orElseThrow().isSensitive()).isFalse();
  }

  @Test
  void whatTheTableLeavesEmptyIsEmpty() {
    ServiceImage haproxy = find("haproxy").orElseThrow();
    assertThat(haproxy.port()).isEmpty();
    assertThat(haproxy.healthCheckTest()).isEmpty();
    assertThat(haproxy.dataFolders()).isEmpty();
  }

  @Test
  void anotherRepositoryOfTheSameNameIsAnotherImage() {
    assertThat(find("example.com/postgres:16")).isEmpty();
    assertThat(find("bitnami/postgresql:16")).isEmpty();
  }

  @Test
  void healthChecksAreJsonArrays() {
    for (Table.Row row : ServiceImages.Tables.IMAGES.rows()) {
      assertThat(row.cell(4)).as(row.cell(0)).matches("|\\[\"CMD(-SHELL)?\", \".*\"]");
    }
  }

  private static Optional<ServiceImage> find(String image) {
    return ServiceImages.find(ImageReference.parse(image).orElseThrow());
  }
}
