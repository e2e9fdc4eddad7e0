package io.github.dockeraudit.mojo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * What came of a goal that ran to its end.
 *
 * @param lines what it said
 * @param failure why it failed the build; empty if it did not
 */
record Outcome(List<LogLine> lines, Optional<String> failure) {

  /** Says it again, and fails the build again. */
  void repeat(Log log) throws MojoFailureException {
    for (LogLine line : lines) {
      line.sayTo(log);
    }
    if (failure.isPresent()) {
      throw new MojoFailureException(failure.get());
    }
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(lines.size());
    for (LogLine line : lines) {
      line.writeTo(out);
    }
    out.writeBoolean(failure.isPresent());
    out.writeUTF(failure.orElse(""));
  }

  static Outcome readFrom(DataInput in) throws IOException {
    List<LogLine> lines = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      lines.add(LogLine.readFrom(in));
    }
    boolean hasFailed = in.readBoolean();
    String message = in.readUTF();
    return new Outcome(lines, hasFailed ? Optional.of(message) : Optional.empty());
  }
}
