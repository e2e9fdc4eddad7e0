package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.first;
import static io.github.dockeraudit.dockerfile.Dockerfiles.parse;
import static io.github.dockeraudit.dockerfile.Dockerfiles.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectivesTest {

  private static Optional<String> syntax(String text) {
    return parse(text).directives().syntax().map(Directive::text);
  }

  @Test
  void directivesStandAtTheTop() {
    Directives directives =
        parse(
                "# syntax=docker/dockerfile:1\n#escape=`\n#  check = skip=all ;error=true  \nFROM a\n")
            .directives();

    assertThat(directives.all())
        .extracting(Directive::name)
        .containsExactly("syntax", "escape", "check");
    assertThat(directives.check().map(Directive::text)).contains("skip=all ;error=true");
    assertThat(directives.escapeCharacter()).isEqualTo('`');
  }

  @Test
  void theirNamesHaveNoCase() {
    assertThat(parse("# ESCAPE=`\nFROM a\n").directives().escapeCharacter()).isEqualTo('`');
  }

  @Test
  void aCommentEndsThem() {
    assertThat(parse("# hello\n# escape=`\nFROM a\n").directives().all()).isEmpty();
  }

  @Test
  void aBlankLineEndsThem() {
    assertThat(parse("\n# escape=`\nFROM a\n").directives().all()).isEmpty();
  }

  @Test
  void anUnknownNameEndsThem() {
    assertThat(parse("# key=value\n# escape=`\nFROM a\n").directives().all()).isEmpty();
  }

  @Test
  void theRangeOfAValueIsTheValue() {
    Directive directive =
        parse("#  syntax =  a/b:1 \nFROM a\n").directives().syntax().orElseThrow();

    assertThat(directive.value().text()).isEqualTo("a/b:1");
    assertThat(directive.range().text()).isEqualTo("syntax =  a/b:1");
  }

  @Test
  void aBackQuoteTakesTheMeaningOfTheBackslash() {
    Run run = first(Run.class, "# escape=`\nFROM a\nRUN dir C:\\ `\n  D:\\\n");

    assertThat(run.command().text().text()).isEqualTo("dir C:\\   D:\\");
  }

  @Test
  void aDirectiveGivenTwiceIsAProblem() {
    assertThat(problems("# escape=\\\n# escape=`\nFROM a\n"))
        .containsExactly("The directive escape stands here a second time; keep one");
  }

  @Test
  void anotherEscapeCharacterIsAProblem() {
    assertThat(problems("# escape=^\nFROM a\n"))
        .containsExactly("The escape character cannot be ^; use \\ or `");
  }

  @Test
  void theSyntaxMayStandBelowAShebang() {
    assertThat(syntax("#!/usr/bin/env docker-build\n# syntax=a/b\nFROM a\n")).contains("a/b");
  }

  @Test
  void theSyntaxMayStandInACommentOfOtherLanguages() {
    assertThat(syntax("// syntax=a/b\n{}\n")).contains("a/b");
  }

  @Test
  void theSyntaxMayStandInAJsonObject() {
    assertThat(syntax("{\n  \"syntax\": \"a/b\"\n}\n")).contains("a/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker/dockerfile:1",
        "docker/dockerfile:1.9-labs",
        "docker.io/docker/dockerfile-upstream:master",
        "mirror.example.com/docker/dockerfile:1 with arguments"
      })
  void dockersFrontendsAreKnown(String syntax) {
    assertThat(parse("# syntax=" + syntax + "\nFROM a\n").directives().isDockerSyntax()).isTrue();
  }

  @Test
  void otherFrontendsAreNot() {
    String text = "# syntax=example.com/dockerfile-plus\nFROM a\nINCLUDE+ b\n";

    assertThat(parse(text).directives().isDockerSyntax()).isFalse();
  }
}
