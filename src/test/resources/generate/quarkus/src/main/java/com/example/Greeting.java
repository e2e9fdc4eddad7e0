package com.example;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/")
public class Greeting {

  @GET
  public String greet() {
    return "hello";
  }
}
