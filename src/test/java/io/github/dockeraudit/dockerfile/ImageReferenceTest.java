package io.github.dockeraudit.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  private static final String SHA = "sha256:" + "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "nginx, docker.io/library/nginx, nginx",
    "nginx:1.27, docker.io/library/nginx:1.27, nginx",
    "bitnami/redis, docker.io/bitnami/redis, bitnami/redis",
    "library/nginx, docker.io/library/nginx, nginx",
    "docker.io/nginx, docker.io/library/nginx, nginx",
    "index.docker.io/nginx, docker.io/library/nginx, nginx",
    "docker.io/a/b/c, docker.io/a/b/c, a/b/c",
    "example.com/a, example.com/a, example.com/a",
    "example.com:5000/a/b:1, example.com:5000/a/b:1, example.com:5000/a/b",
    "localhost/a, localhost/a, localhost/a",
    "localhost:5000/a, localhost:5000/a, localhost:5000/a",
    "Example/a, Example/a, Example/a",
    "[2001:db8::1]:5000/a, [2001:db8::1]:5000/a, [2001:db8::1]:5000/a",
    "a__b/c-d---e/f.g:T_1.0-x, docker.io/a__b/c-d---e/f.g:T_1.0-x, a__b/c-d---e/f.g",
    "a.b, docker.io/library/a.b, a.b",
    "a.b:5000, docker.io/library/a.b:5000, a.b"
  })
  void isCanonical(String text, String canonical, String familiar) {
    ImageReference image = ImageReference.parse(text).orElseThrow();

    assertThat(image.toString()).isEqualTo(canonical);
    assertThat(image.familiarName()).isEqualTo(familiar);
  }

  @Test
  void hasItsParts() {
    ImageReference image = ImageReference.parse("example.com:5000/a/b:1@" + SHA).orElseThrow();

    assertThat(image.registry()).isEqualTo("example.com:5000");
    assertThat(image.repository()).isEqualTo("a/b");
    assertThat(image.tag()).contains("1");
    assertThat(image.digest()).contains(SHA);
  }

  @Test
  void hasNoTagUnlessOneIsGiven() {
    assertThat(ImageReference.parse("a").orElseThrow().tag()).isEmpty();
    assertThat(ImageReference.parse("a@" + SHA).orElseThrow().tag()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "A",
        "a/B",
        "example.com/A",
        "a:",
        "a:-b",
        "a:.b",
        "a@",
        "a@sha256:abc",
        "a@md5:0123456789abcdef0123456789abcdef",
        "a//b",
        "/a",
        "a/",
        "a/b/",
        "-a",
        "a-",
        "a..b",
        "a___b",
        "a._b",
        "example.com:x/a",
        "example..com/a",
        "-example.com/a",
        "https://example.com/a",
        "${image}",
        "a:b:c",
        "[::g]/a"
      })
  void isNone(String text) {
    assertThat(ImageReference.parse(text)).isEmpty();
  }

  @Test
  void hasLimits() {
    assertThat(ImageReference.parse("a:" + "b".repeat(128))).isPresent();
    assertThat(ImageReference.parse("a:" + "b".repeat(129))).isEmpty();
    assertThat(ImageReference.parse("x/" + "a".repeat(253))).isPresent();
    assertThat(ImageReference.parse("x/" + "a".repeat(254))).isEmpty();
    assertThat(ImageReference.parse("0123456789abcdef".repeat(4))).as("an image id").isEmpty();
    assertThat(ImageReference.parse("a@sha256:" + "A".repeat(64))).as("upper case").isEmpty();
  }

  @Test
  void isEqualByItsCanonicalForm() {
    assertThat(ImageReference.parse("nginx"))
        .isEqualTo(ImageReference.parse("docker.io/library/nginx"));
    assertThat(ImageReference.parse("nginx"))
        .hasSameHashCodeAs(ImageReference.parse("docker.io/library/nginx"));
  }
}
