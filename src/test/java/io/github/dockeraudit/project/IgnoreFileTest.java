package io.github.dockeraudit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreFileTest {

  private static IgnoreFile file(String... lines) {
    return IgnoreFile.parse(Source.of(".dockerignore", String.join("\n", lines)));
  }

  @ParameterizedTest
  @CsvSource({
    "*/temp*, somedir/temporary.txt, true",
    "*/temp*, somedir/temp, true",
    "*/temp*, somedir/temp/below, true",
    "*/temp*, temporary.txt, false",
    "*/*/temp*, somedir/subdir/temporary.txt, true",
    "*/*/temp*, somedir/temporary.txt, false",
    "temp?, tempa, true",
    "temp?, tempb, true",
    "temp?, temp, false",
    "**/*.go, a.go, true",
    "**/*.go, a/b/c.go, true",
    "**/*.go, a/b/c.gone, false",
    "/foo/bar, foo/bar, true",
    "foo/bar, foo/bar/below, true",
    "/foo/bar, x/foo/bar, false",
  })
  void theExamplesOfTheDocumentationHold(String pattern, String path, boolean excluded) {
    assertThat(file(pattern).excludes(path)).isEqualTo(excluded);
  }

  @Test
  void theLastLineThatMatchesDecides() {
    IgnoreFile secretLast = file("*.md", "!README*.md", "README-secret.md");
    assertThat(secretLast.excludes("README-secret.md")).isTrue();
    assertThat(secretLast.excludes("README-public.md")).isFalse();
    assertThat(secretLast.excludes("CHANGES.md")).isTrue();
    IgnoreFile readmeLast = file("*.md", "README-secret.md", "!README*.md");
    assertThat(readmeLast.excludes("README-secret.md")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "**, a/b, true",
    "**/, a/b, true",
    "**/node_modules, node_modules/x, true",
    "**/node_modules, a/b/node_modules/x, true",
    "**/node_modules, a/xnode_modules, false",
    "**/node_modules/**, node_modules, false",
    "**/node_modules/**, a/node_modules/x, true",
    "**file, dir/afile, true",
    "dir/**, dir, false",
    "dir/**, dir/a/b, true",
    "dir**, directory/x, true",
    "a/**/b, a/b, true",
    "a/**/b, a/x/y/b, true",
    "a/**/b, ab, false",
    "a/**/**/b, a/x/b, true",
    "**/**, a, true",
    "**/*.txt, a.txt/b, true",
  })
  void twoStarsReachOverFolders(String pattern, String path, boolean excluded) {
    assertThat(file(pattern).excludes(path)).isEqualTo(excluded);
  }

  @ParameterizedTest
  @CsvSource({
    "a**b, a/b, true",
    "a**b, ax/b, true",
    "a**b, ab, true",
    "a**b, axb, false",
    "[*], *, false",
    "[*], '^[]', true",
    "[?], ']', false",
    "[?], '[]', true",
    "a^b*, a^bc, false",
    "a^b, a^b, true",
    "^*, a, true",
    "a]b, a]b, true",
    "[a^], ^, true",
    "[a/b]c, /c, false",
    "x[/]y, x/y, true",
  })
  void accidentsOfMobysExpressionsAreKept(String pattern, String path, boolean excluded) {
    assertThat(file(pattern).excludes(path)).isEqualTo(excluded);
  }

  @ParameterizedTest
  @CsvSource({
    "a[b-d]e, ace, true",
    "a[b-d]e, aae, false",
    "a[^b-d]e, aze, true",
    "[!a]b, '!b', true",
    "[!a]b, ab, true",
    "[!a]b, xb, false",
    "[\\]a], ']', true",
    "[\\-x], -, true",
    "[a-ζ]*, α, true",
    "a?b, a☺b, true",
    "a?b, a/b, false",
    "a.c, abc, false",
    "a(b)c$+{|}, a(b)c$+{|}, true",
    "a\\*b, a*b, true",
    "a\\*b, axb, false",
    "a\\\\, a\\, true",
    "\\!a, '!a', true",
  })
  void charactersClassesAndEscapesAreGos(String pattern, String path, boolean excluded) {
    assertThat(file(pattern).excludes(path)).isEqualTo(excluded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"./a/b/", "a//b", "/a/./b", "x/../a/b", "/../a/b", "  a/b\t", "//a/b"})
  void patternsAreTrimmedAndCleaned(String pattern) {
    IgnoreFile file = file(pattern);
    assertThat(file.patterns()).singleElement().extracting(IgnorePattern::path).isEqualTo("a/b");
    assertThat(file.excludes("a/b/c")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!a", " !a", "! a ", "!/a", "!./a/"})
  void anExceptionIsTrimmedAndCleanedBehindItsMark(String line) {
    IgnorePattern pattern = file(line).patterns().get(0);
    assertThat(pattern.isException()).isTrue();
    assertThat(pattern.path()).isEqualTo("a");
    assertThat(pattern.range().text()).isEqualTo(line.strip());
  }

  @Test
  void aCommentBeginsInTheFirstColumn() {
    IgnoreFile file = file("# a", "", "  # b", "c # d");
    assertThat(file.patterns()).extracting(IgnorePattern::path).containsExactly("# b", "c # d");
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsAreNoPartOfAPattern() {
    byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '#', 'x', '\r', '\n', 'a', '\r', '\n'};
    IgnoreFile file = IgnoreFile.parse(Source.of(".dockerignore", bytes));
    assertThat(file.patterns()).extracting(IgnorePattern::path).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[]",
        "[]a]",
        "[-]",
        "[x-]",
        "[-x]",
        "[a-b-c]",
        "[^",
        "[^bc",
        "a[",
        "\\",
        "[\\",
        "!",
        "! ",
        "[b-a]",
        "[a-*]",
        "build\\libs",
        "a\\ü",
      })
  void aLineThatDockerRefusesIsAProblemAndNoPattern(String line) {
    IgnoreFile file = file("ok", line);
    assertThat(file.patterns()).hasSize(1);
    assertThat(file.problems())
        .singleElement()
        .extracting(p -> p.range().text())
        .isEqualTo(line.strip());
  }

  @Test
  void theLineThatDecidesIsTheLastThatChangesSomething() {
    IgnoreFile file = file("*", "target", "!target/*.jar", "*.md");
    assertThat(file.decisive("a.md").map(Object::toString)).contains("*");
    assertThat(file.decisive("target/a.jar").map(Object::toString)).contains("!target/*.jar");
    assertThat(file("x").decisive("y")).isEmpty();
  }

  @Test
  void anExceptionForAFolderHoldsForAllBelowIt() {
    IgnoreFile file = file("**", "!src", "src/test");
    assertThat(file.excludes("src/main/App.java")).isFalse();
    assertThat(file.excludes("src/test/AppTest.java")).isTrue();
    assertThat(file.excludes("pom.xml")).isTrue();
  }

  @Test
  void aLineThatRepeatsWhatHoldsDoesNotTakeAnExceptionBack() {
    assertThat(file("a", "!a/b", "a").excludes("a/b")).isFalse();
    assertThat(file("a", "!a/b", "a").excludes("a/c")).isTrue();
  }

  @Test
  void pathsAreTakenAsASourceOfCopyIs() {
    assertThat(file("a").excludes("/a/./b")).isTrue();
    assertThat(file("a").excludes("../a")).isTrue();
    assertThat(file("*").excludes(".")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "target, target, target",
    "target, target/classes, target",
    "target/*, target, target/*",
    "**/target/**, target, **/target/**",
    "**, ., **",
    "*, ., *",
  })
  void aFolderIsExcludedWithAllBelow(String pattern, String folder, String deciding) {
    assertThat(file(pattern).excludingAllBelow(folder).map(Object::toString)).contains(deciding);
  }

  @ParameterizedTest
  @CsvSource({
    "target; !target/app.jar, target",
    "target; !**/*.jar, target",
    "target/*; !target/app.jar, target",
    "target/*.jar, target",
    "target/a*, target",
    "src, target",
    "**; !*x, x",
    "**; !*x, x/y",
    "**; !a/b, a/b/c",
    "*; !src, .",
  })
  void aFolderOfWhichSomethingMayGetInIsNotExcluded(String patterns, String folder) {
    assertThat(file(patterns.split("; ")).excludingAllBelow(folder)).isEqualTo(Optional.empty());
  }

  @Test
  void anExceptionForAnotherFolderLetsNothingIn() {
    assertThat(file("target", "!src/*.jar").excludingAllBelow("target")).isPresent();
  }

  @Test
  void manyPatternsTakeLinearTime() {
    IgnoreFile file = file("*\n".repeat(200_000) + "!a");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> file.excludingAllBelow("a/b"));
  }

  @Test
  void aHostilePatternTakesLinearTime() {
    IgnoreFile file = file("**/".repeat(2_000) + "*a*".repeat(2_000) + "b");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> file.excludes("a/".repeat(500) + "a".repeat(500)));
  }
}
