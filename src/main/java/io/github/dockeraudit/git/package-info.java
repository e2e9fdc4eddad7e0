/**
 * Asks git, as a program of its own, what the files of an earlier time were.
 *
 * <p>Nothing is written, neither to the repository nor beside it; where git cannot say, a sentence
 * tells why. Imports {@code disk}.
 */
package io.github.dockeraudit.git;
