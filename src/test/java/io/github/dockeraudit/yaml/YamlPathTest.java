package io.github.dockeraudit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlPathTest {

  private static final NewEntry LIMITS =
      NewEntry.of("deploy", List.of(NewEntry.of("memory", "1G"), NewEntry.of("cpus", "\"0.5\"")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "web:~  image: x~% web:~  image: x~  deploy:~    memory: 1G~    cpus: \"0.5\"~",
        "web:~  image: x% web:~  image: x~  deploy:~    memory: 1G~    cpus: \"0.5\"",
        "web:~    image: x # y~db:~% web:~    image: x # y~    deploy:~        memory: 1G~        cpus: \"0.5\"~db:~",
        "web: &w~  image: x~~# next~db: *w~% web: &w~  image: x~  deploy:~    memory: 1G~    cpus: \"0.5\"~~# next~db: *w~",
        "web:~  a:~    - b~    # c~  # d~% web:~  a:~    - b~    # c~  deploy:~    memory: 1G~    cpus: \"0.5\"~  # d~",
        "web:~  a:~  - b~  # - c~% web:~  a:~  - b~  # - c~  deploy:~    memory: 1G~    cpus: \"0.5\"~",
        "web:~  a: |+~    b~~~db:~% web:~  a: |+~    b~~~  deploy:~    memory: 1G~    cpus: \"0.5\"~db:~",
        "web:~  b: c~  a: |~    b% web:~  b: c~  deploy:~    memory: 1G~    cpus: \"0.5\"~  a: |~    b",
        "web: {image: x}~% web: {image: x, deploy: {memory: 1G, cpus: \"0.5\"}}~",
        "web: {}~% web: {deploy: {memory: 1G, cpus: \"0.5\"}}~",
        "{\"web\": {\"image\": \"x\"}}% {\"web\": {\"image\": \"x\", \"deploy\": {\"memory\": \"1G\", \"cpus\": \"0.5\"}}}",
        "{\"web\": {~\t\"image\": \"x\"~}}% {\"web\": {~\t\"image\": \"x\",~\t\"deploy\": {\"memory\": \"1G\", \"cpus\": \"0.5\"}~}}",
        "web: # none~db: x~% web: # none~  deploy:~    memory: 1G~    cpus: \"0.5\"~db: x~",
        "web:~  <<: *a~% web:~  <<: *a~  deploy:~    memory: 1G~    cpus: \"0.5\"~",
        "web:~  ? image~  : x~% web:~  ? image~  : x~  deploy:~    memory: 1G~    cpus: \"0.5\"~",
        "web:~  image: x~...~% web:~  image: x~  deploy:~    memory: 1G~    cpus: \"0.5\"~...~",
      })
  void anEntryIsAddedAsTheOthersAreWritten(String before, String after) {
    for (String lineEnding : List.of("\n", "\r\n")) {
      Source source = source(before, lineEnding);
      assertThat(edited(source, path(source, "web").add(List.of(LIMITS)).stream().toList()))
          .isEqualTo(text(after, lineEnding));
    }
  }

  @ParameterizedTest
  @CsvSource({"web: ~~", "web: null", "web: &a", "a: &a {b: c}~web: *a", "web: [b]"})
  void nothingIsAddedToWhatIsNoMappingOfItsOwn(String text) {
    Source source = source(text.replace("~~", "\0"), "\n");
    Source tilde = Source.of("compose.yaml", source.text().replace('\0', '~'));
    assertThat(path(tilde, "web").add(List.of(LIMITS))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "a:~web: x~b:~% a:~b:~",
        "a:~# of w~web:~  x: y~  # deep~# of b~b:~% a:~# of b~b:~",
        "a:~~web: x~~b:~% a:~~b:~",
        "a:~~web: x~% a:~",
        "a:~~web: x% a:",
        "web: x~~b:~% b:~",
        "a: x~v:~  web:~% a: x~",
        "v:~  # all~  web:~  b:~% v:~  # all~  b:~",
        "v:~  # of w~  web:~  # of b~  b:~% v:~  # of b~  b:~",
        "v: {web: x, b: y}~% v: {b: y}~",
        "v: {b: y, web: x}~% v: {b: y}~",
        "v: {web: x}~b: y~% b: y~",
      })
  void anEntryIsRemovedWithItsLinesAndComments(String before, String after) {
    for (String lineEnding : List.of("\n", "\r\n")) {
      Source source = source(before, lineEnding);
      assertThat(edited(source, path(source, "web").remove().stream().toList()))
          .isEqualTo(text(after, lineEnding));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "web: x~",
        "v:~  web: x~",
        "b: x~web: &a x~",
        "[{web: x}]~",
      })
  void whatIsAllOfTheFileOrAnchoredStays(String text) {
    Source source = source(text, "\n");
    assertThat(path(source, "web").remove()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "s:~  web:~    - a # 1~    # 2~    - 'b'~  c:~% s:~  web:~    a: # 1~      v: 1~    # 2~    'b':~      v: 1~  c:~",
        "s:~  web:~  - a~  # 2~  -  b~% s:~  web:~    a:~      v: 1~    # 2~    b:~      v: 1~",
        "s:~    web: [a, b] # 1~    c:~% s:~    web: # 1~        a:~            v: 1~        b:~            v: 1~    c:~",
        "s:~  web: [a,~    b, # 1~  ]~% s:~  web: {a: {v: 1},~    b: {v: 1}, # 1~  }~",
        "{s: {web: [a, b]}}% {s: {web: {a: {v: 1}, b: {v: 1}}}}",
        "{\"s\": {\"web\": [\"a\"]}}% {\"s\": {\"web\": {\"a\": {\"v\": 1}}}}",
      })
  void aSequenceOfNamesBecomesAMapping(String before, String after) {
    for (String lineEnding : List.of("\n", "\r\n")) {
      Source source = source(before, lineEnding);
      Optional<List<TextEdit>> edits =
          path(source, "web").toMapping(name -> List.of(NewEntry.of("v", "1")));
      assertThat(edited(source, edits.orElseThrow())).isEqualTo(text(after, lineEnding));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "web: &w~  - a~b: *w~",
        "a: &w [a]~web: *w~",
        "web: [a, {b: c}]~",
        "web:~  -~    a~",
        "web: [$a]~",
        "web: []~",
        "web: [a, 1]~",
        "web: !reset [a]~",
      })
  void aSequenceThatOthersUseOrThatHoldsMoreThanNamesStays(String text) {
    Source source = source(text, "\n");
    assertThat(path(source, "web").toMapping(name -> List.of())).isEmpty();
  }

  private static Source source(String text, String lineEnding) {
    return Source.of("compose.yaml", text(text, lineEnding));
  }

  /** A tilde stands for a line ending. */
  private static String text(String text, String lineEnding) {
    return text.replace("~", lineEnding);
  }

  private static YamlPath path(Source source, String key) {
    int start = source.text().indexOf(key);
    return Yaml.parse(source).path(source.range(start, start + key.length())).orElseThrow();
  }

  private static String edited(Source source, List<TextEdit> edits) {
    StringBuilder text = new StringBuilder(source.text());
    edits.stream()
        .sorted(Comparator.comparing((TextEdit edit) -> edit.range()).reversed())
        .forEach(
            edit -> text.replace(edit.range().start(), edit.range().end(), edit.replacement()));
    return text.toString();
  }
}
