package io.github.dockeraudit.generate;

import java.util.Locale;

/** What can be generated, in the order in which it is: later parts build on earlier ones. */
public enum Part {
  /** A Dockerfile for a Maven module that has none. */
  DOCKERFILE,
  /** The ignore files of build contexts that have none. */
  DOCKERIGNORE,
  /** What differs on a server, upon each compose file that compose runs by itself. */
  OVERRIDE,
  /** A pattern for the variables of the compose files. */
  ENV,
  /** The targets of a makefile for compose, those that it lacks. */
  MAKEFILE;

  /** As a user names it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
