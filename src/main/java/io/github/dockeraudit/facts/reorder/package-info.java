/**
 * Has the dependencies of a project installed before its sources are copied, so that the layers of
 * the install are used again for as long as no dependency changes.
 *
 * <p>{@link io.github.dockeraudit.facts.reorder.Reordering} is the door. Each ecosystem says in a
 * {@link io.github.dockeraudit.facts.reorder.Manifests} which files its install reads; where and
 * how they are copied, and that nothing in between needs the sources, is the same for all. What
 * cannot be proved is an {@link io.github.dockeraudit.facts.reorder.ObstacleException}.
 */
package io.github.dockeraudit.facts.reorder;
