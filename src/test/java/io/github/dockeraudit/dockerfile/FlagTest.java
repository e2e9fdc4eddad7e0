package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.last;
import static io.github.dockeraudit.dockerfile.Dockerfiles.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlagTest {

  private static List<String> flags(String instruction) {
    return last("FROM a\n" + instruction).flags().stream().map(flag -> flag.word().text()).toList();
  }

  @Test
  void flagsStandBetweenKeywordAndArguments() {
    Instruction copy = last("FROM a\nCOPY  --from=b   --link  c --d e\n");

    assertThat(copy.flag("from").flatMap(Flag::value).map(Word::text)).contains("b");
    assertThat(copy.hasFlag("link")).isTrue();
    assertThat(copy.hasFlag("d")).isFalse();
    assertThat(texts(copy.arguments())).containsExactly("c", "--d", "e");
  }

  @Test
  void twoDashesEndThem() {
    Instruction copy = last("FROM a\nCOPY --link -- --b c\n");

    assertThat(copy.flags()).hasSize(1);
    assertThat(texts(copy.arguments())).containsExactly("--b", "c");
  }

  @Test
  void quotesAndBackslashesAreTakenAway() {
    assertThat(flags("COPY --a=\"b c\" --d='e f' --g=h\\ i --\"j\"=k x y\n"))
        .containsExactly("--a=b c", "--d=e f", "--g=h i", "--j=k");
  }

  @Test
  void theRangeOfAFlagHoldsItsQuotes() {
    assertThat(last("FROM a\nCOPY --a=\"b c\" d e\n").flags().get(0).range().text())
        .isEqualTo("--a=\"b c\"");
  }

  @Test
  void theRangeOfAValueIsTheValue() {
    Flag flag = last("FROM a\nCOPY --from=build a b\n").flags().get(0);

    assertThat(flag.value().orElseThrow().range().text()).isEqualTo("build");
  }

  @Test
  void aBackslashEscapesWhateverTheEscapeCharacterIs() {
    assertThat(last("# escape=`\nFROM a\nCOPY --a=b\\ c d e\n").flags().get(0).word().text())
        .isEqualTo("--a=b c");
  }

  @Test
  void aCharacterBeyondAsciiCountsForItsBytesAsInDocker() {
    assertThat(flags("COPY --chown=\u00e9 a b\n")).containsExactly("--chown=\u00c3\u00a9");
  }

  @Test
  void aByteThatIsASpaceInLatin1EndsAFlagAsInBuildKit() {
    Instruction copy = last("FROM a\nCOPY --chown=\u00e0b c d\n");

    assertThat(copy.flags().get(0).word().text()).isEqualTo("--chown=\u00c3");
    assertThat(texts(copy.arguments())).containsExactly("b", "c", "d");
  }

  @Test
  void flagsMayStandOnContinuationLines() {
    Instruction run = last("FROM a\nRUN --mount=type=ssh \\\n  --network=none \\\n  true\n");

    assertThat(run.flags()).extracting(Flag::name).containsExactly("mount", "network");
    assertThat(run.flags().get(1).range().from().line()).isEqualTo(3);
  }

  @Test
  void aFlagWithoutAnEqualsSignHasNoValue() {
    assertThat(last("FROM a\nCOPY --from b c\n").flags().get(0).value()).isEmpty();
    assertThat(last("FROM a\nCOPY --from= b c\n").flags().get(0).value()).isPresent();
  }

  @Test
  void everyInstructionMayHaveFlagsBeforeTheyAreChecked() {
    assertThat(flags("CMD --a b\n")).containsExactly("--a");
  }
}
