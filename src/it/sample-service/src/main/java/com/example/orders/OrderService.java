package com.example.orders;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers {@code GET /health}. */
public final class OrderService {

  private OrderService() {}

  /**
   * Starts the service on port 8080.
   *
   * @throws IOException if the port is taken
   */
  public static void main(String[] args) throws IOException {
    byte[] up = "UP".getBytes(StandardCharsets.UTF_8);
    HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(200, up.length);
          exchange.getResponseBody().write(up);
          exchange.close();
        });
    server.start();
  }
}
