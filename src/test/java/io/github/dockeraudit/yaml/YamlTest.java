package io.github.dockeraudit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

  private static Yaml parse(String text) {
    return Yaml.parse(Source.of("file.yaml", text));
  }

  private static YamlMapping mapping(String text) {
    Yaml yaml = parse(text);
    assertThat(yaml.problems()).isEmpty();
    return (YamlMapping) yaml.root().orElseThrow();
  }

  private static YamlScalar scalar(String text) {
    return (YamlScalar) mapping("key: " + text).get("key").orElseThrow();
  }

  @Test
  void keysAndValuesHaveExactRanges() {
    YamlMapping root = mapping("image:  'web:1'  # the image\nports: [80, 443]\n");

    YamlEntry image = root.entry("image").orElseThrow();
    assertThat(image.key().range().text()).isEqualTo("image");
    assertThat(image.value().range().text()).isEqualTo("'web:1'");
    assertThat(image.range().text()).isEqualTo("image:  'web:1'");
    assertThat(root.get("ports").orElseThrow().range().text()).isEqualTo("[80, 443]");
  }

  @Test
  void aBlockEndsWithItsLastChildAndNotWithWhatFollows() {
    YamlMapping root = mapping("a:\n  b:\n    - 1\n    - 2\n\n  # a comment\nc: 3\n");

    assertThat(root.get("a").orElseThrow().range().text()).isEqualTo("b:\n    - 1\n    - 2");
  }

  @Test
  void rangesCountUtf16UnitsAfterWideCharacters() {
    YamlMapping root =
        mapping("# \uD83D\uDC33\uD83D\uDC33 whales\nname: \"\uD83D\uDC33 web\"\nport: 80\n");

    assertThat(root.get("name").orElseThrow().range().text()).isEqualTo("\"\uD83D\uDC33 web\"");
    assertThat(root.get("port").orElseThrow().range().text()).isEqualTo("80");
  }

  @Test
  void rangesLeaveOutAnchorsAndTags() {
    YamlMapping root = mapping("a: &x !reset # why\n  b: 1\nc: &y !!str 5\nd: !reset\n");

    assertThat(root.get("a").orElseThrow().range().text()).isEqualTo("b: 1");
    assertThat(root.get("a").orElseThrow().tag()).contains("!reset");
    assertThat(root.get("c").orElseThrow().range().text()).isEqualTo("5");
    assertThat(root.get("c").orElseThrow().tag()).contains("!!str");
    assertThat(root.get("d").orElseThrow().range().isEmpty()).isTrue();
  }

  @Test
  void anAliasKnowsWhereItStandsAndWhereItsContentDoes() {
    YamlMapping root = mapping("a: &x [1, 2]\nb: *x\n");

    YamlNode alias = root.get("b").orElseThrow();
    assertThat(alias.isAlias()).isTrue();
    assertThat(alias.site().text()).isEqualTo("*x");
    assertThat(alias.range().text()).isEqualTo("[1, 2]");
    assertThat(((YamlSequence) alias).items()).hasSize(2);
  }

  @Test
  void anOwnKeyWinsOverMergedOnesAndAnEarlierMergedOneOverALater() {
    YamlMapping root =
        mapping(
            """
            one: &one {a: 1, b: 1}
            two: &two {b: 2, c: 2}
            all:
              <<: [*one, *two]
              a: own
            """);

    YamlMapping all = (YamlMapping) root.get("all").orElseThrow();
    assertThat(all.entries())
        .extracting(YamlEntry::toString)
        .containsExactly("b: 1", "c: 2", "a: own");
    assertThat(all.entry("b").orElseThrow().mergedAt().orElseThrow().text()).isEqualTo("*one");
    assertThat(all.entry("a").orElseThrow().mergedAt()).isEmpty();
  }

  @Test
  void severalDocumentsAreKeptApart() {
    Yaml yaml = parse("a: 1\n---\nb: 2\n---\n# nothing\n");

    assertThat(yaml.documents()).hasSize(3);
    assertThat(((YamlScalar) yaml.documents().get(2)).isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n"})
  void aFileWithoutContentHasNoDocument(String text) {
    assertThat(parse(text).documents()).isEmpty();
    assertThat(parse(text).problems()).isEmpty();
  }

  @Test
  void aKeyThatStandsTwiceIsAProblemAtTheSecond() {
    Yaml yaml = parse("services:\n  web: 1\n  db: 2\n  web: 3\n");

    assertThat(yaml.problems())
        .extracting(problem -> problem.range() + " " + problem.message())
        .containsExactly(
            "file.yaml:4:3 Key 'web' is already defined in line 2; keep one of the two");
  }

  @Test
  void aKeyThatIsNoScalarIsAProblem() {
    assertThat(parse("{{ name }}: 1\n").problems())
        .extracting(YamlProblem::message)
        .contains("A key must be a plain name; write a string here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: *x | Unknown anchor *x; define it before it is used",
        "a: &x [*x] | *x stands inside its own anchor; take it out",
        "<<: 5 | << merges mappings only; give an alias of a mapping",
        "a: [1 | Not valid YAML: expected ',' or ']', but got <stream end>; correct it",
        "a: 'x | Not valid YAML: found unexpected end of stream; correct it",
        "a: %b | '%' cannot begin a value; put the value in quotes",
        "a: b: c | Not valid YAML: mapping values are not allowed here; correct it",
      })
  void whatIsWrongIsSaid(String text, String message) {
    assertThat(parse(text).problems()).extracting(YamlProblem::message).containsExactly(message);
  }

  @Test
  void aTabThatIndentsIsNamed() {
    assertThat(parse("a:\n\tb: 1\n").problems())
        .extracting(problem -> problem.range() + " " + problem.message())
        .containsExactly("file.yaml:2:1 A tab cannot indent YAML; use spaces");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key:\tx",
        "key: \tx",
        "key: 'x'\t# c",
        "key:\t|-\n  x\n",
        "key: &a\tx",
        "key: \"x\"\t\n"
      })
  void aTabBetweenTokensIsABlank(String text) {
    assertThat(mapping(text).get("key").orElseThrow()).hasToString("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-\tx",
        "a:\n  b: c\n\t# c\nd: e",
        "a: b\n\t",
        "a:\n  - b\n\t\n  - c",
        "?\ta\n: b"
      })
  void aTabThatWouldIndentIsAProblem(String text) {
    assertThat(parse(text).problems())
        .extracting(YamlProblem::message)
        .containsExactly("A tab cannot indent YAML; use spaces");
  }

  @Test
  void aQuestionMarkInsideBracketsIsPartOfAWord() {
    YamlMapping root = mapping("test: [curl, http://localhost/?ready=1, a?]\nmap: {a?b: c?}\n");

    YamlSequence words = (YamlSequence) root.get("test").orElseThrow();
    assertThat(words.items())
        .extracting(YamlNode::toString)
        .containsExactly("curl", "http://localhost/?ready=1", "a?");
    assertThat(words.items().get(1).range().text()).isEqualTo("http://localhost/?ready=1");
    assertThat(((YamlMapping) root.get("map").orElseThrow()).get("a?b").orElseThrow())
        .hasToString("c?");
  }

  @Test
  void anEscapedSlashIsASlash() {
    YamlScalar path = scalar("\"a\\/b\"");

    assertThat(path.value()).isEqualTo("a/b");
    assertThat(path.text().range(1, 2).text()).isEqualTo("\\/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key: \"\\UFFFFFFFF\"", "key: \"\\U00110000\"", "key: \"\\x4\""})
  void anEscapeOutOfRangeIsAProblem(String text) {
    assertThat(parse(text).problems()).hasSize(1);
  }

  @Test
  void manyTabsAreReadInLittleTime() {
    assertThat(parse("key:\tx\n".repeat(20_000)).problems()).isNotEmpty();
  }

  @Test
  void aByteThatIsNotUtf8IsNamed() {
    byte[] latin1 = "reason: f\u00FCr".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Yaml.parse(Source.of("compose.yaml", latin1)).problems())
        .extracting(YamlProblem::message)
        .containsExactly("The byte 0xFC is not UTF-8; save the file as UTF-8");
  }

  @Test
  void aControlCharacterIsNamed() {
    assertThat(parse("a: \u0007").problems())
        .extracting(YamlProblem::message)
        .containsExactly("Character U+0007 is not allowed in YAML; remove it");
  }

  @Test
  void aByteThatIsNotUtf8IsAProblem() {
    Source source = Source.of("file.yaml", new byte[] {'a', ':', ' ', (byte) 0xFF, '\n'});

    assertThat(Yaml.parse(source).problems()).hasSize(1);
  }

  @Test
  void whatStandsBeforeASyntaxErrorIsKept() {
    Yaml yaml = parse("a: 1\nb:\n  c: 2\n  d: [\n");

    YamlMapping root = (YamlMapping) yaml.root().orElseThrow();
    assertThat(root.get("a").orElseThrow()).hasToString("1");
    assertThat(((YamlMapping) root.get("b").orElseThrow()).get("c")).isPresent();
    assertThat(yaml.problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "text, STRING",
    "'''8080''', STRING",
    "yes, STRING",
    "No, STRING",
    "on, STRING",
    "y, STRING",
    "true, BOOLEAN",
    "False, BOOLEAN",
    "tRUE, STRING",
    "~, NULL",
    "null, NULL",
    "NULL, NULL",
    "'', NULL",
    "80, INTEGER",
    "-1, INTEGER",
    "0x1F, INTEGER",
    "0o17, INTEGER",
    "0644, INTEGER",
    "0b11, INTEGER",
    "1_000, INTEGER",
    "089, FLOAT",
    "3.8, FLOAT",
    "1e3, FLOAT",
    ".5, FLOAT",
    "-.inf, FLOAT",
    ".nan, FLOAT",
    "1.2.3, STRING",
    "22:22, STRING",
    "1:20:30, STRING",
    "+, STRING",
    "., STRING",
    "2001-12-14, TIMESTAMP",
    "2001-12-14t21:59:43.10-05:00, TIMESTAMP",
    "2001-12-14-15, STRING",
    "!!str 5, STRING",
    "!!int '5', INTEGER",
  })
  void aPlainScalarIsWhatComposeTakesItFor(String text, ScalarKind kind) {
    assertThat(scalar(text).kind()).isEqualTo(kind);
  }

  @Test
  void quotesAndBlocksAreStrings() {
    assertThat(scalar("\"80\"").style()).isEqualTo(ScalarStyle.DOUBLE_QUOTED);
    assertThat(scalar("\"80\"").kind()).isEqualTo(ScalarKind.STRING);
    assertThat(scalar("|\n  80\n").style()).isEqualTo(ScalarStyle.LITERAL);
    assertThat(scalar("|\n  80\n").kind()).isEqualTo(ScalarKind.STRING);
  }

  @Test
  void deepNestingIsAProblemAndNoOverflow() {
    for (String open : List.of("[", "{a: ", "- ", "? ")) {
      assertThat(parse(open.repeat(10_000)).problems())
          .as(open)
          .extracting(YamlProblem::message)
          .contains("Nested deeper than 200 levels; flatten the file");
    }
  }

  @Test
  void aliasesCannotNestDeeperEither() {
    StringBuilder text = new StringBuilder("a0: &a0 [1]\n");
    for (int i = 1; i < 400; i++) {
      text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }

    assertThat(parse(text.toString()).problems())
        .extracting(YamlProblem::message)
        .contains("Nested deeper than 200 levels; flatten the file");
  }

  @Test
  void aBombOfAliasesIsDefused() {
    StringBuilder text = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }

    assertThat(parse(text.toString()).problems())
        .extracting(YamlProblem::message)
        .containsExactly("Aliases stand for more than 100000 nodes; use fewer");
  }

  @Test
  void aBombOfMergeKeysIsDefused() {
    StringBuilder text = new StringBuilder("a: &a {");
    for (int i = 0; i < 1_000; i++) {
      text.append("k%d: 1, ".formatted(i));
    }
    text.append("}\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("b%d: {<<: *a}\n".formatted(i));
    }

    assertThat(parse(text.toString()).problems())
        .extracting(YamlProblem::message)
        .contains("Aliases stand for more than 100000 nodes; use fewer");
  }

  @Test
  void aHugeFileIsNotRead() {
    Yaml yaml = parse("#".repeat(10_000_001));

    assertThat(yaml.documents()).isEmpty();
    assertThat(yaml.problems()).hasSize(1);
  }
}
