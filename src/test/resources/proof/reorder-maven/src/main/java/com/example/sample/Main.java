package com.example.sample;

/** Says that it works. */
public final class Main {
  private Main() {}

  /** Ends at once. */
  public static void main(String[] arguments) {
    System.out.println("works");
  }
}
