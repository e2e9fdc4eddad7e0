package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"base-images.tsv", "end-of-life.tsv", "release-images.tsv", "service-images.tsv"})
  void everyRowIsFoundByItsKey(String name) {
    Table table = Table.read(name);
    List<String> keys = table.rows().stream().map(row -> row.cell(0)).toList();
    assertThat(keys).isSorted().hasSizeGreaterThan(50);
    for (String key : keys) {
      assertThat(table.rows(key)).as(key).isNotEmpty().allMatch(row -> row.cell(0).equals(key));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"base-images.tsv", "end-of-life.tsv", "release-images.tsv", "service-images.tsv"})
  void aTableIsAsciiAlone(String name) throws Exception {
    try (var in = TableTest.class.getResourceAsStream(name)) {
      byte[] bytes = in.readAllBytes();
      assertThat(new String(bytes, StandardCharsets.US_ASCII).getBytes(StandardCharsets.UTF_8))
          .isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "alpine", "debia", "debian-", "zzz", "#"})
  void anythingElseIsNotFound(String key) {
    assertThat(Table.read("end-of-life.tsv").rows(key)).isEmpty();
  }

  @Test
  void severalRowsOfOneKeyKeepTheirOrder() {
    assertThat(Table.read("base-images.tsv").rows("docker.io/library/almalinux"))
        .map(row -> row.cell(1))
        .containsExactly("*", "*minimal*");
  }

  @Test
  void aCellBeyondTheEndOfTheLineIsEmpty() {
    Table.Row row = Table.read("release-images.tsv").rows("docker.io/library/debian").get(0);
    assertThat(row.cell(1)).isEqualTo("debian");
    assertThat(row.cell(2)).isEmpty();
    assertThat(row.cell(9)).isEmpty();
  }

  @Test
  void everyImageHasAProductThatIsThere() {
    Table products = Table.read("end-of-life.tsv");
    assertThat(Table.read("release-images.tsv").rows())
        .allMatch(row -> !products.rows(row.cell(1)).isEmpty());
  }
}
