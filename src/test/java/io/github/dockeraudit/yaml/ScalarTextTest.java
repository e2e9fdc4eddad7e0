package io.github.dockeraudit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.MappedText;
import io.github.dockeraudit.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of a scalar is found in the file, however the scalar is written. */
class ScalarTextTest {

  private static YamlScalar scalar(String text) {
    Yaml yaml = Yaml.parse(Source.of("file.yaml", text));
    assertThat(yaml.problems()).isEmpty();
    return (YamlScalar) ((YamlMapping) yaml.root().orElseThrow()).get("key").orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: one MARK two",
        "key: 'one MARK two'",
        "key: 'it''s MARK'",
        "key: \"one MARK two\"",
        "key: \"\\ttab \\x41\\u00e9\\U0001F433 \\\"MARK\\\"\"",
        "key: \"folded\n  MARK\n\n  lines\"",
        "key: \"joined \\\n  MARK lines\"",
        "key: plain\n  MARK\n\n  lines\nnext: 1",
        "key: 'quoted\n\n  MARK lines'",
        "key: |\n  one\n  MARK two\n",
        "key: |-\n    one\n\n      deeper\n    MARK two\n",
        "key: |2\n    kept MARK\n  two\n",
        "key: >\n  folded\n  MARK\n\n  paragraph\n",
        "key: >-\n  folded\n    deeper MARK\n  again\n\n",
        "key: |+\n\n  first line is empty\n  MARK\n\n",
        "key: |\r\n  one\r\n  MARK two\r\nnext: 1\r\n",
        "key: >\n  \uD83D\uDC33\n  MARK\n",
      })
  void aWordIsFoundWhereItStands(String text) {
    MappedText mapped = scalar(text).text();
    int start = mapped.text().indexOf("MARK");

    assertThat(mapped.text()).isEqualTo(scalar(text).value());
    assertThat(mapped.range(start, start + 4).text()).isEqualTo("MARK");
    assertThat(mapped.range(start, start + 4).start()).isEqualTo(text.indexOf("MARK"));
  }

  @Test
  void anEscapeStandsForItsCharacter() {
    MappedText mapped = scalar("key: \"a\\u00e9b\"").text();

    assertThat(mapped.range(1, 2).text()).isEqualTo("\\u00e9");
  }

  @Test
  void anEmptyScalarHasAnEmptyText() {
    assertThat(scalar("key:").text().text()).isEmpty();
    assertThat(scalar("key: ''").text().range().text()).isEmpty();
  }
}
