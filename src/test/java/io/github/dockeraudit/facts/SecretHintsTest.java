package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed over for lack of hints is shown: wherever there is a secret, there is a hint. */
class SecretHintsTest {

  private static final Path FIXTURES = Path.of("src/test/resources");

  private static final Path CORPUS =
      Path.of(System.getProperty("docker-audit.conformance", "../shared/conformance"), "corpus");

  /** Stretches that are tried of a file beside those that are read of it. */
  private static final int TRIED = 100;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=hunter22",
        "- --requirepass\n- hunter22",
        "mysql -phunter22",
        "[\"mysql\", \"-u\", \"root\", \"-phunter22\"]",
        "curl -u me:hunter22 example.com",
        "postgres://me:hunter22@db/app",
        "://me:hunter22@db",
        "${-PASSWORD:-hunter22}",
        "${DB_PASSWORD-hunter22}",
        "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----",
        "ghp_0123456789abcdefghijABCDEFGHIJ012345",
        "pa\u017fsword=hunter22"
      })
  void areThereWhereASecretIs(String text) {
    Source file = Source.of("compose.yaml", "a: b\n# " + text + "\nc: d\n");
    assertThat(passedOver(file, wordByWord(file))).isEmpty();
  }

  @Test
  void areNotWhereNothingIsNamedLikeOne() {
    Source file = Source.of("compose.yaml", "image: db:1\nkey: x\nuser: me\n");
    SecretHints hints = SecretHints.in(file);
    assertThat(hints.areIn(file.line(1))).isFalse();
    assertThat(hints.areIn(file.range(0, 0))).isFalse();
  }

  @Test
  void areInAStretchThatHoldsAPartOfThem() {
    Source file = Source.of("compose.yaml", "a: password");
    SecretHints hints = SecretHints.in(file);
    assertThat(hints.areIn(file.range(0, 3))).isFalse();
    assertThat(hints.areIn(file.range(0, 4))).isTrue();
    assertThat(hints.areIn(file.range(10, 11))).isTrue();
    assertThat(hints.areIn(file.range(11, 11))).isFalse();
  }

  @Test
  void areThereForEverySecretOfOurFixtures() throws IOException {
    assertThatNoSecretIsPassedOverBelow(FIXTURES);
  }

  @Tag("conformance")
  @Test
  void areThereForEverySecretOfTheCorpus() throws IOException {
    assertThatNoSecretIsPassedOverBelow(CORPUS);
  }

  private static void assertThatNoSecretIsPassedOverBelow(Path folder) throws IOException {
    List<String> passedOver = new ArrayList<>();
    int secrets = 0;
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        Source file = Source.of(folder.relativize(path).toString(), Files.readAllBytes(path));
        List<SourceRange> read = new ArrayList<>(lines(file));
        if (file.path().endsWith(".yaml") || file.path().endsWith(".yml")) {
          ComposeFile.parse(file).yaml().documents().forEach(document -> add(document, read));
        }
        secrets += SecretText.in(file.range()).size();
        passedOver.addAll(passedOver(file, read));
        passedOver.addAll(passedOver(file, some(file)));
      }
    }
    assertThat(passedOver).isEmpty();
    assertThat(secrets).as("secrets below %s", folder).isPositive();
  }

  /** Where there are secrets in stretches of a file without a hint. */
  private static List<String> passedOver(Source file, List<SourceRange> stretches) {
    SecretHints hints = SecretHints.in(file);
    return stretches.stream()
        .filter(stretch -> !hints.areIn(stretch) && !SecretText.in(stretch).isEmpty())
        .map(SourceRange::toString)
        .toList();
  }

  private static List<SourceRange> lines(Source file) {
    List<SourceRange> lines = new ArrayList<>();
    for (int line = 1; line <= file.lineCount(); line++) {
      lines.add(file.line(line));
    }
    return lines;
  }

  private static void add(YamlNode node, List<SourceRange> ranges) {
    ranges.add(node.range());
    if (node.isAlias()) {
      return;
    }
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        add(entry.value(), ranges);
      }
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> add(item, ranges));
    }
  }

  /** Every stretch that does not begin within a name, as nothing in a file does that is read. */
  private static List<SourceRange> wordByWord(Source file) {
    List<SourceRange> stretches = new ArrayList<>();
    for (int start = 0; start <= file.text().length(); start++) {
      for (int end = start; end <= file.text().length() && !isWithinName(file, start); end++) {
        stretches.add(file.range(start, end));
      }
    }
    return stretches;
  }

  /** The same ones for everybody. */
  private static List<SourceRange> some(Source file) {
    Random random = new Random(file.path().hashCode());
    List<SourceRange> stretches = new ArrayList<>();
    for (int i = 0; i < TRIED && !file.text().isEmpty(); i++) {
      int start = random.nextInt(file.text().length());
      int end = start + random.nextInt(Math.min(200, file.text().length() - start) + 1);
      if (!isWithinName(file, start)) {
        stretches.add(file.range(start, end));
      }
    }
    return stretches;
  }

  private static boolean isWithinName(Source file, int offset) {
    return offset > 0
        && offset < file.text().length()
        && isOfName(file.text().charAt(offset - 1))
        && isOfName(file.text().charAt(offset));
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || "_-.".indexOf(c) >= 0;
  }
}
