package io.github.dockeraudit.shell;

import static io.github.dockeraudit.shell.Scripts.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      value = {
        "plain => plain",
        "'a b' => a b",
        "'a\\b' => a\\b",
        "\"a b\" => a b",
        "\"a\\\"b\\$c\" => a\"b$c",
        "\"a\\nb\" => a\\nb",
        "a\\ b => a b",
        "a'b'\"c\"d => abcd",
        "\"it's\" => it's",
        "$'it\\'s\\x41' => it'sA",
        "$\"a\" => a",
        "$'\\u00e9\\101' => éA",
        "a$ => a$",
        "\"a$\" => a$",
        "*.deb => *.deb",
        "{a,b} => {a,b}",
        "@(a|b) => @(a|b)",
        "{{.Id}} => {{.Id}}",
        "{{a,b},c} => {{a,b},c}",
        "~/x => ~/x",
        "a#b => a#b",
      })
  void aLiteralIsWhatIsLeftWhenQuotesAreRemoved(String word, String literal) {
    assertThat(argument(word).literal()).contains(literal);
    assertThat(argument(word).raw()).isEqualTo(word);
  }

  @Test
  void aLineContinuationInsideAWordIsNoPartOfIt() {
    assertThat(argument("a\\\nb").literal()).contains("ab");
    assertThat(argument("\"a\\\nb\"").literal()).contains("ab");
    assertThat(argument("'a\\\nb'").literal()).contains("a\\\nb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$x",
        "a$x",
        "\"$x\"",
        "${x}",
        "${x:-a b}",
        "\"${x%\"}\"}\"",
        "$1",
        "$@",
        "$#",
        "${#x}",
        "${!x}",
        "${x[0]}",
        "${x/a/b}",
        "$(a)",
        "\"$(a \"b\")\"",
        "`a`",
        "$((1 + 2))",
        "$(( (1) + (2) ))",
        "$( (a) )",
        "<(a)",
        "{{ a.b(\"c\") }}",
        "a{{ b }}c"
      })
  void aWordThatExpandsHasNoLiteral(String word) {
    assertThat(argument(word).raw()).isEqualTo(word);
    assertThat(argument(word).literal()).isEmpty();
    assertThat(argument(word).expansions()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"http://h/$v.tgz, http://h/", "'\"a b\"$c', a b", "$x, ''", "abc, abc"})
  void thePrefixIsWhatStandsBeforeTheFirstExpansion(String word, String prefix) {
    assertThat(argument(word).prefix()).isEqualTo(prefix);
  }

  @Test
  void expansionsAreGivenInTextOrder() {
    List<Expansion> expansions = argument("$a${b:-$c}$(d $e)").expansions();
    assertThat(expansions).extracting(Span::raw).containsExactly("$a", "${b:-$c}", "$c", "$(d $e)");
    assertThat(expansions).extracting(Expansion::name).containsExactly("a", "b", "c", "");
    assertThat(expansions.get(3).block().orElseThrow().commands()).hasToString("[d $e]");
  }

  @Test
  void singleQuotesInsideAQuotedParameterAreText() {
    assertThat(argument("\"${x:-it's}\"").raw()).isEqualTo("\"${x:-it's}\"");
    assertThat(argument("\"${x#'}'}\"").raw()).isEqualTo("\"${x#'}'}\"");
    assertThat(argument("${x:-'}'}").raw()).isEqualTo("${x:-'}'}");
  }

  @Test
  void backquotesNestByBackslashes() {
    SimpleCommand echo = command("echo `a \\`b c\\``");
    assertThat(echo.commands()).hasToString("[echo `a \\`b c\\``, a `b c`, b c]");
    assertThat(echo.commands().get(2).range().text()).isEqualTo("b c");
  }

  @Test
  void aQuotedWordSaysSo() {
    assertThat(argument("a'b'").isQuoted()).isTrue();
    assertThat(argument("a\\b").isQuoted()).isTrue();
    assertThat(argument("ab$c").isQuoted()).isFalse();
  }

  private static Word argument(String word) {
    SimpleCommand echo = command("echo " + word + " end");
    assertThat(echo.words()).as(word).hasSize(3);
    return echo.words().get(1);
  }
}
