/**
 * YAML as a tree of immutable nodes that know their exact ranges.
 *
 * <p>Reads any text without throwing: what is wrong with it becomes a {@link
 * io.github.dockeraudit.yaml.YamlProblem}. Anchors, aliases and merge keys are resolved; limits on
 * size, depth and aliases keep hostile files harmless. The only user of SnakeYAML. Imports {@code
 * source}.
 */
package io.github.dockeraudit.yaml;
