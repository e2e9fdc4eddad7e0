package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({
    "1024, 1024",
    "1b, 1",
    "1k, 1024",
    "1K, 1024",
    "1kb, 1024",
    "1KiB, 1024",
    "1.5g, 1610612736",
    "512m, 536870912",
    "2 GB, 2147483648",
    "1t, 1099511627776",
  })
  void sizesCountIn1024s(String text, long bytes) {
    assertThat(Values.bytes(text)).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "-1", "1x", "1mm", "1kbb", "one", "1 2", "1d", "g1"})
  void whatIsNoSizeIsNone(String text) {
    assertThat(Values.bytes(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "30s, PT30S",
    "1m30s, PT1M30S",
    "1h, PT1H",
    "1.5s, PT1.5S",
    "500ms, PT0.5S",
    "10us, PT0.00001S",
    "-1s, PT-1S",
  })
  void durationsHaveUnits(String text, Duration duration) {
    assertThat(Values.duration(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "s", "1d", "1 s", "1s2", "-", "1e9h", "9999999999999999h"})
  void whatIsNoDurationIsNone(String text) {
    assertThat(Values.duration(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "Yes, true", "ON, true", "y, true", "false, false", "1, false"})
  void trueHasFourSpellings(String text, boolean isTrue) {
    assertThat(Values.isTrue(text)).isEqualTo(isTrue);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1f", "1d", " 1", "NaN", "0x10", ""})
  void whatOnlyJavaTakesForANumberIsNone(String text) {
    assertThat(Values.number(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "always, true",
    "if_not_present, true",
    "every_12h, true",
    "every_h, false",
    "sometimes, false",
  })
  void pullPoliciesAreKnown(String text, boolean known) {
    assertThat(Values.isPullPolicy(text)).isEqualTo(known);
  }
}
