package io.github.dockeraudit.report;

import io.github.dockeraudit.rule.Severity;

/** Colours for a terminal, or none. */
enum Ansi {
  BOLD("1"),
  RED("1;31"),
  YELLOW("1;33"),
  BLUE("1;34"),
  GREEN("1;32"),
  FAINT("2");

  private final String code;

  Ansi(String code) {
    this.code = code;
  }

  static Ansi of(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case INFO -> BLUE;
    };
  }

  String paint(String text, boolean color) {
    return color ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
