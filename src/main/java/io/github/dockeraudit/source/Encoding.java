package io.github.dockeraudit.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a file stand for its text, so that an edited text can be written back with every
 * other byte as it was.
 *
 * <p>A byte that is not valid UTF-8 becomes one unpaired surrogate from U+DC80 to U+DCFF in the
 * text and that same byte again when it is written.
 */
public enum Encoding {
  /** UTF-8 without a byte order mark: what Docker reads. */
  UTF_8(StandardCharsets.UTF_8),
  /** UTF-8 with a byte order mark, which Docker skips. */
  UTF_8_BOM(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
  /** UTF-16, little endian, with a byte order mark; Docker cannot read it. */
  UTF_16LE_BOM(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
  /** UTF-16, big endian, with a byte order mark; Docker cannot read it. */
  UTF_16BE_BOM(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

  private static final char FIRST_ESCAPE = '\uDC80';
  private static final char LAST_ESCAPE = '\uDCFF';

  private final Charset charset;
  private final byte[] mark;

  Encoding(Charset charset, int... mark) {
    this.charset = charset;
    this.mark = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) {
      this.mark[i] = (byte) mark[i];
    }
  }

  /** Whether the file begins with a byte order mark, which is no part of its text. */
  public boolean hasByteOrderMark() {
    return mark.length > 0;
  }

  /**
   * The encoding of a file by its byte order mark; {@link #UTF_8} without one, and also where a
   * UTF-16 mark is followed by something that is not UTF-16.
   */
  public static Encoding of(byte[] bytes) {
    for (Encoding encoding : values()) {
      if (encoding.hasByteOrderMark() && startsWith(bytes, encoding.mark)) {
        return encoding == UTF_8_BOM || encoding.decodes(bytes) ? encoding : UTF_8;
      }
    }
    return UTF_8;
  }

  /** The text of a file in this encoding, without the byte order mark. */
  public String decode(byte[] bytes) {
    ByteBuffer content = content(bytes);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(content.remaining());
    while (true) {
      CoderResult result = decoder.decode(content, text, true);
      if (!result.isError()) {
        return text.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        text.put((char) (0xDC00 | content.get() & 0xFF));
      }
    }
  }

  /** The bytes of a text in this encoding, the byte order mark first. */
  public byte[] encode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + mark.length);
    bytes.writeBytes(mark);
    int written = 0;
    if (charset == StandardCharsets.UTF_8) {
      for (int i = 0; i < text.length(); i++) {
        if (isEscapedByte(text, i)) {
          bytes.writeBytes(text.substring(written, i).getBytes(charset));
          bytes.write(text.charAt(i));
          written = i + 1;
        }
      }
    }
    bytes.writeBytes(text.substring(written).getBytes(charset));
    return bytes.toByteArray();
  }

  /** Whether the character at {@code index} stands for a byte that is not valid UTF-8. */
  static boolean isEscapedByte(String text, int index) {
    char c = text.charAt(index);
    return c >= FIRST_ESCAPE
        && c <= LAST_ESCAPE
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }

  private ByteBuffer content(byte[] bytes) {
    return ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
  }

  private boolean decodes(byte[] bytes) {
    try {
      charset.newDecoder().decode(content(bytes));
      return true;
    } catch (CharacterCodingException notThisCharset) {
      return false;
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && ByteBuffer.wrap(bytes, 0, mark.length).equals(ByteBuffer.wrap(mark));
  }
}
