package io.github.dockeraudit.disk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 digest of values, each of which is told from the next. */
public final class Digest {

  private final MessageDigest sha = sha256();

  /** Adds a number. */
  public Digest add(int number) {
    sha.update((byte) (number >>> 24));
    sha.update((byte) (number >>> 16));
    sha.update((byte) (number >>> 8));
    sha.update((byte) number);
    return this;
  }

  /** Adds bytes. */
  public Digest add(byte[] bytes) {
    add(bytes.length);
    sha.update(bytes);
    return this;
  }

  /** Adds a text, half surrogates too, which no character encoding would let through. */
  public Digest add(String text) {
    byte[] bytes = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) (text.charAt(i) >>> 8);
      bytes[2 * i + 1] = (byte) text.charAt(i);
    }
    return add(bytes);
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
