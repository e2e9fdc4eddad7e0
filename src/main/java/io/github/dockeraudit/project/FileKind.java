package io.github.dockeraudit.project;

/** What a file of a project is read as, and how large it may be. */
enum FileKind {
  DOCKERFILE("Dockerfile", 16),
  COMPOSE("compose file", 4),
  IGNORE("ignore file", 1),
  ENV("environment file", 1),
  COMMANDS("file of developer commands", 1),
  SCRIPT("script", 1);

  private static final int MIB = 1024 * 1024;

  private final String title;
  private final int mebibytes;

  FileKind(String title, int mebibytes) {
    this.title = title;
    this.mebibytes = mebibytes;
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
