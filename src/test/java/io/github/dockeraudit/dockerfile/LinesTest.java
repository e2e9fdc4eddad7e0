package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.first;
import static io.github.dockeraudit.dockerfile.Dockerfiles.last;
import static io.github.dockeraudit.dockerfile.Dockerfiles.parse;
import static io.github.dockeraudit.dockerfile.Dockerfiles.texts;
import static io.github.dockeraudit.dockerfile.Dockerfiles.tiles;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

  private static String command(String text) {
    return first(Run.class, text).command().text().text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "FROM a",
        "FROM a\n",
        "\n\n  # c\n\tFROM a\r\nRUN b \\\r\n  c\r\n",
        "FROM a\rRUN b",
        "RUN a \\\n# c\n\n b\n \nRUN c\\",
        "RUN <<EOF\nx\nEOF\nRUN <<A <<B\n1\nA\n2\n",
        "\\\n",
        "\\",
        "\uFEFFFROM a",
        "\0\0\n\0"
      })
  void theElementsTileTheText(String text) {
    assertThat(tiles(parse(text))).isEqualTo(text);
  }

  @Test
  void blankLinesAndCommentsAreElementsOfTheirOwn() {
    Dockerfile file = parse("# one\n\n  \t\nFROM a\n   # two\n");

    assertThat(file.elements().stream().map(element -> element.getClass().getSimpleName()))
        .containsExactly("Comment", "Blank", "Blank", "From", "Comment");
  }

  @Test
  void aCommentKnowsItsTextWithoutTheWhiteSpaceAround() {
    Dockerfile file = parse("  #  two  words \r\nFROM a\n");

    assertThat(((Comment) file.elements().get(0)).text()).isEqualTo("two  words");
  }

  @Test
  void aNumberSignInsideALineBeginsNoComment() {
    assertThat(command("FROM a\nRUN echo # no comment\n")).isEqualTo("echo # no comment");
  }

  @Test
  void continuationLinesAreJoinedWithTheirIndentation() {
    assertThat(command("FROM a\nRUN one \\\n    two\\\nthree\n")).isEqualTo("one     twothree");
  }

  @Test
  void whiteSpaceMayFollowTheEscapeCharacterThatContinuesALine() {
    assertThat(command("FROM a\nRUN one \\ \t \n two\n")).isEqualTo("one  two");
  }

  @Test
  void twoEscapeCharactersContinueNoLine() {
    assertThat(last("FROM a\nRUN one \\\\\nRUN two\n").startLine()).isEqualTo(3);
  }

  @Test
  void commentsAndBlankLinesInsideAnInstructionAreLeftOut() {
    Run run = first(Run.class, "FROM a\nRUN one \\\n# why\n\n   # more\n  && two\n");

    assertThat(run.command().text().text()).isEqualTo("one   && two");
    assertThat(run.comments()).extracting(Comment::text).containsExactly("why", "more");
    assertThat(run.blankLines()).hasSize(1);
    assertThat(run.startLine()).isEqualTo(2);
    assertThat(run.endLine()).isEqualTo(6);
  }

  @Test
  void anInstructionMayEndTheFileInAContinuation() {
    Instruction run = last("FROM a\nRUN one \\\n\n# end\n");

    assertThat(texts(run.arguments())).containsExactly("one");
    assertThat(run.endLine()).isEqualTo(4);
  }

  @Test
  void aLineOfNothingButAnEscapeCharacterBeginsAnInstruction() {
    Dockerfile file = parse("\\\nFROM a\n");

    assertThat(file.instructions()).hasSize(1);
    assertThat(file.instructions().get(0).startLine()).isEqualTo(1);
    assertThat(file.instructions().get(0).name()).isEqualTo("FROM");
  }

  @Test
  void nothingAfterALoneEscapeCharacterIsAnUnknownInstruction() {
    assertThat(last("FROM a\n\\\n")).isInstanceOf(Unknown.class);
  }

  @Test
  void theLineEndingsOfWindowsBelongToNoWord() {
    From from = first(From.class, "FROM a AS b\r\nRUN c\r\n");

    assertThat(texts(from.arguments())).containsExactly("a", "AS", "b");
    assertThat(from.range().text()).isEqualTo("FROM a AS b\r\n");
  }

  @Test
  void aLoneCarriageReturnEndsNoLine() {
    assertThat(parse("FROM a\rRUN b").instructions()).hasSize(1);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstKeyword() {
    byte[] bytes = "\uFEFFFROM a\n".getBytes(StandardCharsets.UTF_8);

    assertThat(Dockerfile.parse(Source.of("Dockerfile", bytes)).problems()).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreKept() {
    byte[] bytes = "FROM a\nLABEL b=\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", bytes));

    assertThat(file.source().withText(tiles(file)).bytes()).isEqualTo(bytes);
  }

  @Test
  void unicodeWhiteSpaceIsTrimmedButPartsNoKeyword() {
    assertThat(last("\u2003FROM a\u3000\n").arguments()).hasSize(1);
    assertThat(last("FROM\u2003a\n")).isInstanceOf(Unknown.class);
  }

  @Test
  void keywordsHaveNoCase() {
    Instruction from = last("fRoM a\n");

    assertThat(from).isInstanceOf(From.class);
    assertThat(from.keyword().text()).isEqualTo("fRoM");
    assertThat(from.name()).isEqualTo("FROM");
  }

  @Test
  void anUnknownInstructionKeepsItsText() {
    Instruction unknown = last("INCLUDE a  b\n");

    assertThat(unknown).isInstanceOf(Unknown.class);
    assertThat(texts(unknown.arguments())).containsExactly("a  b");
  }

  @Test
  void theInstructionAtAnOffsetIsTheOneWhoseLinesHoldIt() {
    Dockerfile file = parse("FROM a\n\nRUN b \\\n  c\n");

    assertThat(file.instructionAt(3)).containsInstanceOf(From.class);
    assertThat(file.instructionAt(7)).as("a blank line").isEmpty();
    assertThat(file.instructionAt(18)).containsInstanceOf(Run.class);
    assertThat(file.instructionAt(20)).as("the end of the text").isEmpty();
  }

  @Test
  void aWordThatALineBreakPartsHasTheRangeOfBothParts() {
    Workdir workdir = first(Workdir.class, "FROM a\nWORKDIR /one\\\n/two\n");

    assertThat(workdir.path().text()).isEqualTo("/one/two");
    assertThat(workdir.path().range().text()).isEqualTo("/one\\\n/two");
  }
}
