package io.github.dockeraudit.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

  @ParameterizedTest
  @CsvSource({
    "80, 80/tcp",
    "80/, 80/tcp",
    "080/UDP, 80/udp",
    "53/sctp, 53/sctp",
    "8000-8010, 8000-8010/tcp",
    "8080:80, 80/tcp",
    "127.0.0.1:8080:80/udp, 80/udp",
    "[::1]:8080:80, 80/tcp",
    "8000-8010:80, 80/tcp",
    "8000-8001:80-81, 80-81/tcp",
    "0, 0/tcp",
    "65535, 65535/tcp"
  })
  void isRead(String text, String port) {
    assertThat(Port.parse(text)).map(Port::toString).contains(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http",
        "-1",
        "80-",
        "-80",
        "90-80",
        "65536",
        "1-2-3",
        "80/http",
        "80 ",
        "/tcp",
        "x:80",
        "8000-8002:80-81",
        "host:80:80",
        "99999999999999999999",
        "{port}"
      })
  void isRejected(String text) {
    assertThat(Port.parse(text)).isEmpty();
  }
}
