/**
 * What compose files say once they are put together: base file, overrides, includes and extended
 * services, with variables filled in.
 *
 * <p>{@link io.github.dockeraudit.compose.Deployment} is the door. Every value knows the file and
 * the range that it came from, however many files were merged. Values are read off the merged tree
 * of {@link io.github.dockeraudit.compose.Node}s when they are asked for, in the short and the long
 * form alike. Imports {@code source} and {@code yaml}.
 */
package io.github.dockeraudit.compose;
