package io.github.dockeraudit.disk;

/**
 * One entry of a folder.
 *
 * @param name its name; that of a nameless one is only for people
 */
public record FolderEntry(String name, FileType type) implements Comparable<FolderEntry> {

  /** By name, in the order of UTF-16 code units. */
  @Override
  public int compareTo(FolderEntry other) {
    int byName = name.compareTo(other.name);
    return byName == 0 ? type.compareTo(other.type) : byName;
  }
}
