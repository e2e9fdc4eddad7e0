/**
 * Answers that several rules need: what is known of an image, of a package install, of a secret.
 *
 * <p>Every answer is one that the file or a table gives; what neither says is unknown, and no fact
 * guesses at it. The tables are resources beside these classes, read once and on first use. Imports
 * {@code source}, {@code shell}, {@code dockerfile}, {@code yaml}, {@code compose} and {@code
 * project}.
 */
package io.github.dockeraudit.facts;
