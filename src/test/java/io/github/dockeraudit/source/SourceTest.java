package io.github.dockeraudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceTest {

  @Test
  void linesEndAtNewlinesOnly() {
    Source source = Source.of("f", "a\r\nb\rc\n");
    assertThat(source.lineCount()).isEqualTo(2);
    assertThat(source.line(1).text()).isEqualTo("a");
    assertThat(source.line(2).text()).isEqualTo("b\rc");
    assertThat(source.position(5)).isEqualTo(new Position(2, 3));
    assertThat(source.position(7)).isEqualTo(new Position(3, 1));
  }

  @Test
  void anEmptyFileHasOneEmptyLine() {
    Source source = Source.of("f", "");
    assertThat(source.lineCount()).isEqualTo(1);
    assertThat(source.line(1).isEmpty()).isTrue();
    assertThat(source.position(0)).hasToString("1:1");
  }

  @Test
  void theLineEndingIsThatOfTheFirstLine() {
    assertThat(Source.of("f", "a\r\nb\n").lineEnding()).isEqualTo("\r\n");
    assertThat(Source.of("f", "\r\n").lineEnding()).isEqualTo("\r\n");
    assertThat(Source.of("f", "a").lineEnding()).isEqualTo("\n");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'F'};
    Source source = Source.of("f", bytes);
    assertThat(source.text()).isEqualTo("F");
    assertThat(source.withText("G").bytes())
        .containsExactly((byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'G');
  }

  @Test
  void utf16IsReadByItsByteOrderMark() {
    byte[] bytes = "\uFEFFFROM x".getBytes(StandardCharsets.UTF_16LE);
    assertThat(Source.of("f", bytes).text()).isEqualTo("FROM x");
    assertThat(Source.of("f", bytes).encoding()).isEqualTo(Encoding.UTF_16LE_BOM);
  }

  @ParameterizedTest
  @MethodSource("anyBytes")
  void everyByteIsKept(byte[] bytes) {
    Source source = Source.of("f", bytes);
    assertThat(source.bytes()).as("%s", source.encoding()).isEqualTo(bytes);
  }

  static Stream<byte[]> anyBytes() {
    Random random = new Random(1);
    byte[][] starts = {
      {}, {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, {(byte) 0xFF, (byte) 0xFE}, {-2, -1}, {-61, -87}
    };
    return Stream.of(starts)
        .flatMap(
            start ->
                Stream.generate(
                        () -> {
                          byte[] bytes = new byte[start.length + random.nextInt(40)];
                          random.nextBytes(bytes);
                          System.arraycopy(start, 0, bytes, 0, start.length);
                          return bytes;
                        })
                    .limit(200));
  }

  @Test
  void aRangeMustLieInsideTheText() {
    Source source = Source.of("f", "abc");
    assertThatThrownBy(() -> source.range(2, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(source.range(1, 3).text()).isEqualTo("bc");
  }

  @Test
  void aNameThatATerminalWouldObeyIsShownWithoutItsPower() {
    Source source = Source.of("a\u001B[31m\nb", "text");
    assertThat(source.path()).isEqualTo("a\u001B[31m\nb");
    assertThat(source).hasToString("a [31m b");
    assertThat(source.range()).hasToString("a [31m b:1:1");
  }
}
