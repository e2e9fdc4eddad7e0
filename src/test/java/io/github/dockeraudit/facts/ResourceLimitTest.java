package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceLimitTest {

  @Test
  void limitsAreReadByName() {
    assertThat(ResourceLimit.byName(List.of("api=768M/0.5", " cache = 1g/2 ")))
        .isEqualTo(
            Map.of("api", new ResourceLimit("768M", "0.5"), "cache", new ResourceLimit("1g", "2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "api=768M", "api=768/0.5", "api=768M/many", "api=/1", "=M/1"})
  void whatIsNoLimitIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceLimit.byName(List.of(text)))
        .withMessageStartingWith("'");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 512M",
    "536870912, 512M",
    "536870913, 640M",
    "1073741824, 1G",
    "1200000000, 1152M"
  })
  void memoryIsRoundedUp(long bytes, String memory) {
    assertThat(new ResourceLimit("512M", "0.5").atLeast(bytes).memory()).isEqualTo(memory);
  }
}
