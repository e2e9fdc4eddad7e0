package com.example.api;

/** Says that it works. */
public final class Answer {
  private Answer() {}

  /** What it says. */
  public static String text() {
    return "works";
  }
}
