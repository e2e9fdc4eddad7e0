package io.github.dockeraudit.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "30s, PT30S",
    "1m30s, PT1M30S",
    "1.5h, PT1H30M",
    "500ms, PT0.5S",
    ".5s, PT0.5S",
    "1.s, PT1S",
    "100us, PT0.0001S",
    "100\u00b5s, PT0.0001S",
    "1ns, PT0.000000001S",
    "+5s, PT5S",
    "-5s, PT-5S",
    "1h2m3s4ms, PT1H2M3.004S"
  })
  void isRead(String text, Duration duration) {
    assertThat(GoDuration.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "s",
        "1d",
        "1 s",
        "5 seconds",
        "1.2.3s",
        ".s",
        "-",
        "1sm",
        "9999999999h"
      })
  void isNone(String text) {
    assertThat(GoDuration.parse(text)).isEmpty();
  }
}
