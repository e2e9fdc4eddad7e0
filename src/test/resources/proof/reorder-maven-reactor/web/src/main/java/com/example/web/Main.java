package com.example.web;

/** Says that it works. */
public final class Main {
  private Main() {}

  /** Ends at once. */
  public static void main(String[] arguments) {
    System.out.println(com.example.api.Answer.text());
  }
}
