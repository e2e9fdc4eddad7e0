/**
 * Text, offsets and edits: the words that every other package shares.
 *
 * <p>Offsets count UTF-16 code units from 0 and ranges are half open; lines and columns, which only
 * people see, count from 1. Imports nothing of this project.
 */
package io.github.dockeraudit.source;
