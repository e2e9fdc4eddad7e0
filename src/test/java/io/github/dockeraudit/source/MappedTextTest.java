package io.github.dockeraudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MappedTextTest {

  private final Source source = Source.of("Dockerfile", "RUN a \\\n  b\\x\n");
  private final MappedText text =
      new MappedText.Builder(source).copy(4, 6).copy(8, 11).replace(11, 13, "!").build();

  @Test
  void leavesOutWhatWasNotCopied() {
    assertThat(text.text()).isEqualTo("a   b!");
  }

  @Test
  void aWordKeepsItsRangeInTheFile() {
    assertThat(text.range(4, 5).text()).isEqualTo("b");
    assertThat(text.range(0, 1).from()).hasToString("1:5");
  }

  @Test
  void aRangeOverAGapCoversTheGap() {
    assertThat(text.range(0, 5).text()).isEqualTo("a \\\n  b");
  }

  @Test
  void aReplacementStandsForWhatItReplaced() {
    assertThat(text.range(5, 6).text()).isEqualTo("\\x");
  }

  @Test
  void aPartKeepsTheMapping() {
    MappedText part = text.substring(4, 6);
    assertThat(part.text()).isEqualTo("b!");
    assertThat(part.range(0, 2).text()).isEqualTo("b\\x");
  }

  @Test
  void aReplacementOfTheSameLengthIsStillAReplacement() {
    MappedText same = new MappedText.Builder(source).replace(4, 5, "z").build();
    assertThat(same.substring(0, 1).text()).isEqualTo("z");
  }

  @Test
  void anEmptyPartStandsWhereItWasTaken() {
    assertThat(text.substring(4, 4).range()).isEqualTo(source.range(10, 10));
  }
}
