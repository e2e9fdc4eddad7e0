package io.github.dockeraudit.disk;

/**
 * What a file holds, or why it is not read.
 *
 * @param bytes empty unless it was read
 */
public record FileContent(Form form, byte[] bytes) {

  /** Whether something can be read. */
  public enum Form {
    /** It was read. */
    READ,
    /** It is larger than allowed. */
    TOO_LARGE,
    /** It is a folder. */
    FOLDER,
    /** It is a pipe, a socket or a device, whose reading may never end. */
    SPECIAL
  }

  /** A file that is not read. */
  public static FileContent unread(Form form) {
    return new FileContent(form, new byte[0]);
  }
}
