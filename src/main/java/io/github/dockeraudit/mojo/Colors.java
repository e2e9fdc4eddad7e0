package io.github.dockeraudit.mojo;

import org.apache.maven.execution.MavenSession;

/** Whether the log is in colour, as Maven itself decides it. */
final class Colors {

  private Colors() {}

  /**
   * {@code -Dstyle.color} decides if it is {@code always} or {@code never}; else there are colours
   * where a person looks at a terminal.
   */
  static boolean wanted(MavenSession session) {
    String style = session.getUserProperties().getProperty("style.color", "auto");
    return switch (style) {
      case "always" -> true;
      case "never" -> false;
      default -> session.getRequest().isInteractiveMode() && System.console() != null;
    };
  }
}
