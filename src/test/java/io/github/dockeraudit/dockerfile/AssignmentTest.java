package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  private static List<Assignment> env(String arguments) {
    return first(Env.class, "FROM a\nENV " + arguments + "\n").assignments();
  }

  private static String shown(Assignment assignment) {
    return assignment.name().text()
        + (assignment.isLegacy() ? " " : "=")
        + assignment.value().map(Word::text).orElse("(none)");
  }

  @Test
  void namesAndValuesArePartedAtTheFirstEqualsSign() {
    assertThat(env("a=b c= d==e"))
        .extracting(AssignmentTest::shown)
        .containsExactly("a=b", "c=", "d==e");
  }

  @Test
  void quotesKeepWhiteSpaceTogether() {
    assertThat(env("a=\"b c\" d='e  f' g=h\\ i j=k\"l m\"n"))
        .extracting(AssignmentTest::shown)
        .containsExactly("a=\"b c\"", "d='e  f'", "g=h\\ i", "j=k\"l m\"n");
  }

  @Test
  void aQuoteMayBeEscapedInDoubleQuotesAlone() {
    assertThat(env("a=\"b\\\" c\" d='e\\' f=g"))
        .extracting(AssignmentTest::shown)
        .containsExactly("a=\"b\\\" c\"", "d='e\\'", "f=g");
  }

  @Test
  void aSpaceBeforeAnyEqualsSignIsTheLegacyForm() {
    Assignment only = env("a b  c=d \"e\"").get(0);

    assertThat(shown(only)).isEqualTo("a b  c=d \"e\"");
    assertThat(only.isLegacy()).isTrue();
  }

  @Test
  void theLegacyFormIsKnownByItsFirstWord() {
    assertThat(env("\"a b\" c")).extracting(AssignmentTest::shown).containsExactly("\"a b\" c");
  }

  @Test
  void anEscapeCharacterAtTheEndIsDropped() {
    assertThat(env("a=b\\\\\\")).extracting(AssignmentTest::shown).containsExactly("a=b\\\\");
  }

  @Test
  void aValueMayBeEmptyOrQuotedEmpty() {
    assertThat(env("a=\"\" b=").get(0).value().orElseThrow().literal()).contains("");
    assertThat(env("a=\"\" b=").get(1).value().orElseThrow().literal()).contains("");
  }

  @Test
  void rangesOfNameValueAndAssignmentAreExact() {
    Assignment assignment = env("x=y  a=\"b c\"").get(1);

    assertThat(assignment.range().text()).isEqualTo("a=\"b c\"");
    assertThat(assignment.name().range().text()).isEqualTo("a");
    assertThat(assignment.value().orElseThrow().range().text()).isEqualTo("\"b c\"");
  }

  @Test
  void argsHaveDefaultsOrNone() {
    assertThat(first(Arg.class, "ARG a b=c \"d e\"=f\nFROM a\n").assignments())
        .extracting(AssignmentTest::shown)
        .containsExactly("a=(none)", "b=c", "\"d e\"=f");
  }

  @Test
  void labelsTakeBothForms() {
    assertThat(first(Label.class, "FROM a\nLABEL a=b \\\n  c=d\n").assignments())
        .extracting(AssignmentTest::shown)
        .containsExactly("a=b", "c=d");
    assertThat(first(Label.class, "FROM a\nLABEL a b c\n").assignments())
        .extracting(AssignmentTest::shown)
        .containsExactly("a b c");
  }

  @Test
  void unicodeWhiteSpacePartsWords() {
    assertThat(env("a=b\u2003c=d")).hasSize(2);
  }

  @Test
  void aBackQuoteEscapesIfTheFileSaysSo() {
    Env env = first(Env.class, "# escape=`\nFROM a\nENV a=b` c d=e\\ f=g\n");

    assertThat(env.assignments())
        .extracting(AssignmentTest::shown)
        .containsExactly("a=b` c", "d=e\\", "f=g");
  }
}
