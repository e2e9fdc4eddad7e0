package io.github.dockeraudit.mojo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.maven.plugin.logging.Log;

/** Something that was said to Maven's log, or on standard output. */
record LogLine(Level level, String text) {

  enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR,
    /** Not to the log, which puts the level before it, but as it is. */
    OUTPUT
  }

  void sayTo(Log log) {
    switch (level) {
      case DEBUG -> log.debug(text);
      case INFO -> log.info(text);
      case WARN -> log.warn(text);
      case ERROR -> log.error(text);
      case OUTPUT -> StandardOutput.print(text);
    }
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeByte(level.ordinal());
    out.writeUTF(text);
  }

  static LogLine readFrom(DataInput in) throws IOException {
    Level[] levels = Level.values();
    int level = in.readUnsignedByte();
    if (level >= levels.length) {
      throw new IOException("no level: " + level);
    }
    return new LogLine(levels[level], in.readUTF());
  }
}
