package io.github.dockeraudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactTest {

  private record Part(String name, Memory memory) implements Remembering {

    Part(String name) {
      this(name, new Memory());
    }
  }

  @Test
  void anAnswerIsWorkedOutOnceForEachPart() {
    AtomicInteger asked = new AtomicInteger();
    Fact<Part, Integer> length =
        Fact.of(
            part -> {
              asked.incrementAndGet();
              return part.name().length();
            });
    Part one = new Part("one");
    Part three = new Part("three");

    assertThat(length.about(one) + length.about(one)).isEqualTo(6);
    assertThat(length.about(three)).isEqualTo(5);
    assertThat(asked).hasValue(2);
  }

  @Test
  void factsOfOnePartDoNotMix() {
    Fact<Part, Integer> length = Fact.of(part -> part.name().length());
    Fact<Part, String> twice = Fact.of(part -> part.name() + length.about(part));
    Part part = new Part("one");

    assertThat(twice.about(part)).isEqualTo("one3");
    assertThat(length.about(part)).isEqualTo(3);
    assertThat(twice.about(part)).isEqualTo("one3");
  }

  @Test
  void manyThreadsGetTheSameAnswer() {
    Fact<Part, String> echo = Fact.of(Part::name);
    Part part = new Part("one");

    assertThat(IntStream.range(0, 10_000).parallel().mapToObj(i -> echo.about(part)).distinct())
        .containsExactly("one");
  }
}
