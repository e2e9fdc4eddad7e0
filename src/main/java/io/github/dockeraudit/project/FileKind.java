package io.github.dockeraudit.project;

/** What a file of a project is read as, and how large it may be. */
enum FileKind {
  DOCKERFILE("Dockerfile", 16, true),
  COMPOSE("compose file", 4, true),
  IGNORE("ignore file", 1, true),
  ENV("environment file", 1, false),
  COMMANDS("file of developer commands", 1, false),
  SCRIPT("script", 1, false),
  MANIFEST("manifest of dependencies", 1, false);

  private static final int MIB = 1024 * 1024;

  private final String title;
  private final int mebibytes;
  private final boolean necessary;

  FileKind(String title, int mebibytes, boolean necessary) {
    this.title = title;
    this.mebibytes = mebibytes;
    this.necessary = necessary;
  }

  /** Whether it is a problem if such a file cannot be read, and no mere note. */
  boolean isNecessary() {
    return necessary;
  }

  /** The most that is read of such a file, in bytes. */
  int limit() {
    return mebibytes * MIB;
  }

  /** {@link #limit} for people. */
  String limitText() {
    return mebibytes + " MiB";
  }

  /** How a message calls such a file. */
  @Override
  public String toString() {
    return title;
  }
}
