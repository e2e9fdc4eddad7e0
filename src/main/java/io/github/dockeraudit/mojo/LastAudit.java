package io.github.dockeraudit.mojo;

import io.github.dockeraudit.disk.Digest;
import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.disk.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * What the last audit asked the disk, and what it said, in a file beside its reports.
 *
 * <p>Of the answers, and of all that the audit depends on else, the file holds one digest and
 * nothing more: no one can try out on it what a single short file of secrets may hold.
 */
final class LastAudit {

  /** The file of {@code check}. */
  static final String NAME = "last-audit.bin";

  /** The first bytes of such a file, of this form; one of another form is not read. */
  private static final int FORM = 0xDA0D_0001;

  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int DIGEST_LENGTH = 32;

  private final Path file;
  private final Supplier<Optional<byte[]>> makeKey;
  private Optional<byte[]> key;

  /**
   * @param key all that the audit depends on beside the disk; empty if it shall not be kept
   */
  LastAudit(Path folder, Optional<byte[]> key) {
    this(folder, NAME, () -> key);
  }

  /**
   * @param name of the file; each goal has its own, or two in one build would never repeat
   * @param makeKey as for the other constructor; asked only where it matters
   */
  LastAudit(Path folder, String name, Supplier<Optional<byte[]>> makeKey) {
    this.file = folder.resolve(name);
    this.makeKey = makeKey;
  }

  private Optional<byte[]> key() {
    if (key == null) {
      key = makeKey.get();
    }
    return key;
  }

  /** What the last audit said, if one would say the same now; empty in any doubt. */
  Optional<Outcome> ifUpToDate() {
    if (!Files.exists(file) || key().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Files.size(file) > MOST_BYTES ? Optional.empty() : read(Files.readAllBytes(file));
    } catch (IOException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Optional<Outcome> read(byte[] record) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
    if (in.readInt() != FORM || in.readLong() != checksum(record, record.length - in.available())) {
      return Optional.empty();
    }
    byte[] digest = in.readNBytes(DIGEST_LENGTH);
    byte[] outcome = in.readNBytes(in.readInt());
    Disk disk = new Disk();
    disk.askAgain(in);
    return Arrays.equals(digest, digest(outcome, disk))
        ? Optional.of(Outcome.readFrom(new DataInputStream(new ByteArrayInputStream(outcome))))
        : Optional.empty();
  }

  /**
   * Keeps an audit for the next build; does nothing if that cannot be done.
   *
   * @param disk was asked for everything that was read, and wrote all reports
   */
  void keep(Disk disk, Outcome outcome) {
    if (key().isEmpty() || !disk.isMemorable()) {
      return;
    }
    try {
      byte[] record = record(disk, outcome);
      if (record.length <= MOST_BYTES) {
        WholeFile.write(file, record);
      }
    } catch (IOException notKept) {
      // then the next build audits anew
    }
  }

  private byte[] record(Disk disk, Outcome outcome) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    outcome.writeTo(new DataOutputStream(said));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.write(digest(said.toByteArray(), disk));
    out.writeInt(said.size());
    out.write(said.toByteArray());
    disk.writeQuestions(out);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    out = new DataOutputStream(record);
    out.writeInt(FORM);
    out.writeLong(checksum(body.toByteArray(), 0));
    out.write(body.toByteArray());
    return record.toByteArray();
  }

  private byte[] digest(byte[] outcome, Disk disk) {
    return new Digest().add(key().orElseThrow()).add(outcome).add(disk.answers()).value();
  }

  private static long checksum(byte[] bytes, int from) {
    CRC32 sum = new CRC32();
    sum.update(bytes, from, bytes.length - from);
    return sum.getValue();
  }
}
