package io.github.dockeraudit.mojo;

import io.github.dockeraudit.mojo.LogLine.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Hands on to Maven's log what a goal says, and remembers it. */
final class RememberingLog implements Log {

  private final Log log;
  private final List<LogLine> lines = new ArrayList<>();
  private boolean isMemorable = true;

  RememberingLog(Log log) {
    this.log = log;
  }

  /** What was said so far; empty if an exception was among it. */
  Optional<List<LogLine>> lines() {
    return isMemorable ? Optional.of(List.copyOf(lines)) : Optional.empty();
  }

  /** Prints a line as it is, without a level before it. */
  void print(String line) {
    remember(Level.OUTPUT, line);
  }

  private void remember(Level level, CharSequence text) {
    LogLine line = new LogLine(level, String.valueOf(text));
    lines.add(line);
    line.sayTo(log);
  }

  @Override
  public boolean isDebugEnabled() {
    return log.isDebugEnabled();
  }

  @Override
  public void debug(CharSequence content) {
    remember(Level.DEBUG, content);
  }

  @Override
  public void debug(CharSequence content, Throwable error) {
    isMemorable = false;
    log.debug(content, error);
  }

  @Override
  public void debug(Throwable error) {
    isMemorable = false;
    log.debug(error);
  }

  @Override
  public boolean isInfoEnabled() {
    return log.isInfoEnabled();
  }

  @Override
  public void info(CharSequence content) {
    remember(Level.INFO, content);
  }

  @Override
  public void info(CharSequence content, Throwable error) {
    isMemorable = false;
    log.info(content, error);
  }

  @Override
  public void info(Throwable error) {
    isMemorable = false;
    log.info(error);
  }

  @Override
  public boolean isWarnEnabled() {
    return log.isWarnEnabled();
  }

  @Override
  public void warn(CharSequence content) {
    remember(Level.WARN, content);
  }

  @Override
  public void warn(CharSequence content, Throwable error) {
    isMemorable = false;
    log.warn(content, error);
  }

  @Override
  public void warn(Throwable error) {
    isMemorable = false;
    log.warn(error);
  }

  @Override
  public boolean isErrorEnabled() {
    return log.isErrorEnabled();
  }

  @Override
  public void error(CharSequence content) {
    remember(Level.ERROR, content);
  }

  @Override
  public void error(CharSequence content, Throwable error) {
    isMemorable = false;
    log.error(content, error);
  }

  @Override
  public void error(Throwable error) {
    isMemorable = false;
    log.error(error);
  }
}
