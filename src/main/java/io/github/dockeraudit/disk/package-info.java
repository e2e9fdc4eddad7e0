/**
 * Asks the file system, and remembers what it was asked and what it answered.
 *
 * <p>An audit is a pure function of those answers and of its settings, so that one that would ask
 * the same and hear the same need not be made again. Imports nothing of ours.
 */
package io.github.dockeraudit.disk;
