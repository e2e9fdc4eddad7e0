package io.github.dockeraudit.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With v set, e set to no text, d a default, n a default without a value, u unset, x unknown. */
class ExpansionTest {

  private static final Map<String, Value> VARIABLES =
      Map.of(
          "v", Value.known("foo-bar-baz"),
          "e", Value.known(""),
          "d", Value.of("def", true),
          "n", Value.unsetByDefault(),
          "x", Value.unknown(),
          "star", Value.known("a*b?c"),
          "path", Value.known("/usr/local/bin"));

  private static final Scope SCOPE = name -> VARIABLES.getOrDefault(name, Value.unset());

  private static Value expand(String text) {
    return new Lexer(text, '\\', null, SCOPE).expand();
  }

  private static String fault(String text) {
    Lexer lexer = new Lexer(text, '\\', null, SCOPE);
    lexer.expand();
    return lexer.fault();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain|plain",
        "$v|foo-bar-baz",
        "${v}x|foo-bar-bazx",
        "$v.$v|foo-bar-baz.foo-bar-baz",
        "a$ b|a$ b",
        "a$|a$",
        "$u|~~",
        "'$v'|$v",
        "\"$v\"|foo-bar-baz",
        "\\$v|$v",
        "\"\\$v\\\"\\\\\\n\"|$v\"\\\\n",
        "'a\\'|a\\",
        "a\\b\\ c|ab c",
        "a\\|a",
        "\"a'b\"c'd\"e'|a'bcd\"e",
        "$1a|a",
        "${u-w}|w",
        "${u:-w}|w",
        "${e-w}|~~",
        "${e:-w}|w",
        "${v:-w}|foo-bar-baz",
        "${v+w}|w",
        "${e+w}|w",
        "${e:+w}|~~",
        "${u+w}|~~",
        "${v:?no}|foo-bar-baz",
        "${e?no}|~~",
        "${u:-$v}|foo-bar-baz",
        "${u:-${u:-\"a b\"}}|a b",
        "${u:-a\\}b}|a}b",
        "${v#foo-}|bar-baz",
        "${v#*-}|bar-baz",
        "${v##*-}|baz",
        "${v%-*}|foo-bar",
        "${v%%-*}|foo",
        "${v%baz}|foo-bar-",
        "${v#bar}|foo-bar-baz",
        "${v#???}|-bar-baz",
        "${v##????????????}|foo-bar-baz",
        "${path##*/}|bin",
        "${path%/*}|/usr/local",
        "${v/-/_}|foo_bar-baz",
        "${v//-/_}|foo_bar_baz",
        "${v//-/}|foobarbaz",
        "${v/b*z/X}|foo-X",
        "${v//ba?/X}|foo-X-X",
        "${path//\\//_}|_usr_local_bin",
        "${star/\\*/-}|a-b?c",
        "${star/\\?/-}|a*b-c",
        "${u#a}|~~",
        "${u/a/b}|~~"
      })
  void comesTo(String text, String expected) {
    assertThat(expand(text).text()).contains(expected);
    assertThat(expand(text).isDefault()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$d|def",
        "a${d}b|adefb",
        "${n:-w}|w",
        "$n|~~",
        "${n+w}|~~",
        "${d:+w}|w",
        "${u:-$d}|def",
        "${d#d}|ef",
        "${v/foo/$d}|def-bar-baz"
      })
  void comesToADefault(String text, String expected) {
    assertThat(expand(text)).isEqualTo(Value.of(expected, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$x",
        "a$x",
        "${x:-w}",
        "${x+w}",
        "${x#w}",
        "${v#$x}",
        "${v/a/$x}",
        "${u:-$x}",
        "${n?w}",
        "${n:?w}"
      })
  void isUnknown(String text) {
    assertThat(expand(text).isUnknown()).isTrue();
    assertThat(fault(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"${v:-$x}|foo-bar-baz", "${u+$x}|~~", "${e:+$x}|~~"})
  void isKnownWhereTheUnknownIsNotTaken(String text, String expected) {
    assertThat(expand(text).text()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'a|A single quote is never closed; add the other one",
        "\"a|A double quote is never closed; add the other one",
        "${|${ is never closed; add the }",
        "${v|${v is no expansion that Docker knows; write ${name} or ${name:-default}",
        "${v:-a|${ is never closed; add the }",
        "${}|${} names no variable; write ${name}, or \\$ for a dollar sign",
        "${{v}}|${{ names no variable; write ${name}, or \\$ for a dollar sign",
        "${a.b}|${a. is no expansion that Docker knows; write ${name} or ${name:-default}",
        "${v:x}|${v:x is no expansion that Docker knows; write ${name} or ${name:-default}",
        "${v/a}|${ is never closed; add the }",
        "${u?}|u must have a value here; set it",
        "${u:?needed}|u must have a value here: needed",
        "${e:?}|e must have a value here; set it"
      })
  void isRejected(String text, String message) {
    assertThat(fault(text)).isEqualTo(message);
    assertThat(expand(text).isUnknown()).isTrue();
  }

  @Test
  void doublingAVariableEndsInTheUnknown() {
    StringBuilder text = new StringBuilder("FROM scratch\nENV a=0123456789\n");
    text.append("ENV a=$a$a\n".repeat(100));
    Dockerfile file = Dockerfiles.parse(text.toString());

    assertThat(file.stages().get(0).finalState().variable("a").isUnknown()).isTrue();
  }

  @Test
  void nestingIsFollowedToALimit() {
    String deep = "${u:-".repeat(100_000) + "}".repeat(100_000);

    assertThat(expand(deep).isUnknown()).isTrue();
  }

  @Test
  void patternsTakeNoMoreThanTheirTime() {
    Scope scope = name -> Value.known("a".repeat(60_000));
    String pattern = "*a".repeat(1_000);

    assertThat(new Lexer("${v//" + pattern + "b/c}", '\\', null, scope).expand().isUnknown())
        .isTrue();
  }

  @Test
  void aBackQuoteEscapesIfTheFileSaysSo() {
    assertThat(new Lexer("`$v\\$v", '`', null, SCOPE).expand().text()).contains("$v\\foo-bar-baz");
  }
}
