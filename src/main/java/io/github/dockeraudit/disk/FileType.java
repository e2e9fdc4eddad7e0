package io.github.dockeraudit.disk;

/** What lies at a path, links not followed. */
public enum FileType {
  FILE,
  FOLDER,
  LINK,
  /** A pipe, a socket, a device, or what is gone again. */
  SPECIAL,
  /** Of any type, with a name that has no path. */
  NAMELESS
}
