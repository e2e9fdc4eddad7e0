package com.example;

import org.slf4j.LoggerFactory;

public final class Main {

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    LoggerFactory.getLogger(Main.class).info("ready");
    Thread.sleep(Long.MAX_VALUE);
  }
}
