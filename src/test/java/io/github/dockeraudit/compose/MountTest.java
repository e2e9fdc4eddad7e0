package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountTest {

  private static Deployment deployment(String item) {
    return ComposeTexts.load(
        "services:\n  web:\n    image: web\n    volumes:\n      - " + item + "\nvolumes: {data: }");
  }

  private static Mount mount(String item) {
    Deployment deployment = deployment(item);
    assertThat(deployment.problems()).isEmpty();
    return deployment.service("web").orElseThrow().volumes().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "/var/lib, VOLUME, , /var/lib, false",
    "/x, VOLUME, , /x, false",
    "data:/var/lib, VOLUME, data, /var/lib, false",
    "data:/var/lib:ro, VOLUME, data, /var/lib, true",
    "'./a b:/c', BIND, ./a b, /c, false",
    "'~/.m2:/root/.m2:rw', BIND, ~/.m2, /root/.m2, false",
    "'/a:/b:z,ro', BIND, /a, /b, true",
    "'/a:/b:ro,rw', BIND, /a, /b, false",
    "'C:\\data:/data', BIND, C:\\data, /data, false",
    "'c:/data:d:\\data:ro', BIND, c:/data, d:\\data, true",
    "'\\\\.\\pipe\\docker:/pipe', BIND, \\\\.\\pipe\\docker, /pipe, false",
    "'{type: bind, source: ./a, target: /b}', BIND, ./a, /b, false",
    "'{type: volume, target: /b, read_only: true}', VOLUME, , /b, true",
    "'{type: tmpfs, target: /tmp, tmpfs: {size: 1g}}', TMPFS, , /tmp, false",
    "'{type: image, source: web, target: /i}', IMAGE, web, /i, false",
  })
  void everyFormIsRead(
      String item, Mount.Type type, String source, String target, boolean readOnly) {
    Mount mount = mount(item);

    assertThat(mount.type()).isEqualTo(type);
    assertThat(mount.source().map(Scalar::text).orElse(null)).isEqualTo(source);
    assertThat(mount.target().text()).isEqualTo(target);
    assertThat(mount.readOnly()).isEqualTo(readOnly);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "''",
        "'data:'",
        "':/data'",
        "'data:/b:ro:z'",
        "'unknown:/data'",
        "{type: bind, source: ./a}",
        "{source: ./a, target: /b}",
        "{type: folder, source: ./a, target: /b}",
        "{type: tmpfs, target: /tmp, tmpfs: {size: big}}",
        "5",
      })
  void whatComposeRefusesIsAProblem(String item) {
    assertThat(deployment(item).problems()).isNotEmpty();
    assertThat(deployment(item).problems().get(0).range().from().line()).isEqualTo(5);
  }

  @Test
  void partsOfTheShortFormHaveTheirOwnRanges() {
    Mount mount = mount("\"./data:/var/lib:ro\"");

    assertThat(mount.source().orElseThrow().range().text()).isEqualTo("./data");
    assertThat(mount.target().range().text()).isEqualTo("/var/lib");
    assertThat(mount.range().text()).isEqualTo("\"./data:/var/lib:ro\"");
  }

  @Test
  void aPartThatDependsOnAVariableKnowsIt() {
    Mount mount = mount("./x${DIR}:/var/lib");

    assertThat(mount.source().orElseThrow().isKnown()).isFalse();
    assertThat(mount.source().orElseThrow().range().text()).isEqualTo("./x${DIR}");
    assertThat(mount.target().isKnown()).isTrue();
  }
}
