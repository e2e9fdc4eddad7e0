package com.example.shop;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

public final class Web {

  private Web() {}

  public static void main(String[] arguments) throws Exception {
    byte[] answer = String.valueOf(Answer.answer()).getBytes();
    HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }
}
