package io.github.dockeraudit.survey;

/**
 * How many secrets of a deployment come from outside of its files, by the places that use them.
 *
 * @param outside those taken from a variable, or handed in with it or in a file
 * @param withWrittenDefault those of them for which a secret is written that counts as long as the
 *     variable is not set
 * @param hardCoded those written into the file
 */
public record SecretCount(int outside, int withWrittenDefault, int hardCoded) {

  /** The secrets of all places. */
  public int total() {
    return outside + hardCoded;
  }
}
