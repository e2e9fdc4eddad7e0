package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.first;
import static io.github.dockeraudit.dockerfile.Dockerfiles.last;
import static io.github.dockeraudit.dockerfile.Dockerfiles.parse;
import static io.github.dockeraudit.dockerfile.Dockerfiles.problems;
import static io.github.dockeraudit.dockerfile.Dockerfiles.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeredocTest {

  private static Heredoc heredoc(String text) {
    return first(Run.class, "FROM a\n" + text).heredocs().get(0);
  }

  @Test
  void theBodyEndsBeforeTheLineOfItsName() {
    Heredoc heredoc = heredoc("RUN <<EOF\n one\nEOF \nEOF\nUSER b\n");

    assertThat(heredoc.name()).isEqualTo("EOF");
    assertThat(heredoc.body().text()).isEqualTo(" one\nEOF \n");
    assertThat(heredoc.range().text()).isEqualTo("<<EOF");
  }

  @Test
  void theInstructionCoversItsHeredocs() {
    Run run = first(Run.class, "FROM a\nRUN <<EOF\none\nEOF\nUSER b\n");

    assertThat(run.range().text()).isEqualTo("RUN <<EOF\none\nEOF\n");
    assertThat(run.endLine()).isEqualTo(4);
  }

  @Test
  void severalBodiesFollowInTheOrderOfTheirMarkers() {
    Copy copy = first(Copy.class, "FROM a\nCOPY <<one <<two /etc/\n1\none\n2\n2\ntwo\n");

    assertThat(copy.heredocs()).extracting(Heredoc::name).containsExactly("one", "two");
    assertThat(copy.heredocs())
        .extracting(heredoc -> heredoc.body().text())
        .containsExactly("1\n", "2\n2\n");
    assertThat(copy.sources()).isEmpty();
    assertThat(copy.destination().text()).isEqualTo("/etc/");
  }

  @Test
  void aDashTakesLeadingTabsOff() {
    Heredoc heredoc = heredoc("RUN <<-EOF\n\tone\n\t\t two\n\tEOF\n");

    assertThat(heredoc.chomps()).isTrue();
    assertThat(heredoc.body().text()).isEqualTo("\tone\n\t\t two\n");
    assertThat(heredoc.content().text()).isEqualTo("one\n two\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"<<EOF|true", "<<\"EOF\"|false", "<<'EOF'|false", "<<E\"O\"F|false", "<<\\EOF|true"})
  void aQuotedNameKeepsVariables(String marker, boolean expands) {
    Heredoc heredoc = heredoc("RUN " + marker + "\n$x\nEOF\n");

    assertThat(heredoc.name()).isEqualTo("EOF");
    assertThat(heredoc.expands()).isEqualTo(expands);
  }

  @Test
  void aNumberBeforeTheMarkerIsTheFileDescriptor() {
    assertThat(heredoc("RUN cmd 3<<EOF\nEOF\n").fileDescriptor()).isEqualTo(3);
    assertThat(heredoc("RUN cmd <<EOF\nEOF\n").fileDescriptor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN echo '<<EOF'",
        "RUN echo \"<<EOF\"",
        "RUN cat <<<EOF",
        "RUN echo $((1 << 2))",
        "RUN cat <<",
        "RUN echo \" <<EOF",
        "RUN [\"cat\", \"<<EOF\"]",
        "CMD cat <<EOF",
        "ENTRYPOINT cat <<EOF",
        "LABEL a=<<EOF",
        "HEALTHCHECK CMD cat <<EOF"
      })
  void noHeredocFollows(String instruction) {
    assertThat(parse("FROM a\n" + instruction + "\nUSER b\nEOF\n").instructions()).hasSize(4);
  }

  @Test
  void theLinesOfABodyEndLikeThoseOfTheFile() {
    Heredoc heredoc = heredoc("RUN <<EOF\r\none\r\nEOF\r\n");

    assertThat(heredoc.body().text()).isEqualTo("one\r\n");
  }

  @Test
  void aMarkerMayStandOnAContinuationLine() {
    Run run = first(Run.class, "FROM a\nRUN cat \\\n  <<EOF\none\nEOF\n");

    assertThat(run.heredocs())
        .extracting(heredoc -> heredoc.body().text())
        .containsExactly("one\n");
    assertThat(run.heredocs().get(0).range().from().line()).isEqualTo(3);
  }

  @Test
  void onbuildHandsHeredocsToItsTrigger() {
    Onbuild onbuild = first(Onbuild.class, "FROM a\nONBUILD RUN <<EOF\none\nEOF\n");

    assertThat(((Run) onbuild.trigger()).heredocs()).hasSize(1);
    assertThat(onbuild.trigger().range().text()).isEqualTo("RUN <<EOF\none\nEOF\n");
  }

  @Test
  void aFileInAHeredocIsASourceBesideOthers() {
    Add add = first(Add.class, "FROM a\nADD one <<two /etc/\n2\ntwo\n");

    assertThat(texts(add.sources())).containsExactly("one");
    assertThat(add.heredocs()).hasSize(1);
  }

  @Test
  void aHeredocThatNeverEndsTakesTheRestOfTheFile() {
    String text = "FROM a\nRUN <<EOF\nUSER b\n";

    assertThat(last(text).range().text()).isEqualTo("RUN <<EOF\nUSER b\n");
    assertThat(problems(text))
        .containsExactly("The heredoc EOF is never closed; end it with a line of just EOF");
  }
}
