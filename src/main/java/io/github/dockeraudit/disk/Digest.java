package io.github.dockeraudit.disk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 digest of values, each of which is told from the next. */
public final class Digest {

  private final MessageDigest sha = sha256();

  /** Adds a number. */
  public Digest add(int number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      sha.update((byte) (number >>> shift));
    }
    return this;
  }

  /** Adds bytes. */
  public Digest add(byte[] bytes) {
    add(bytes.length);
    sha.update(bytes);
    return this;
  }

  /** Adds a text. */
  public Digest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The 32 bytes that all values come to; begins anew. */
  public byte[] value() {
    return sha.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
    }
  }
}
