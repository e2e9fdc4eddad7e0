/**
 * Chooses and applies the fixes of an audit until nothing changes, and writes what came of it.
 *
 * <p>Rules know nothing of each other: conflicts are settled by position and by running again. What
 * is not verified after its round is not kept. May import everything but the reports and Maven.
 */
package io.github.dockeraudit.fix;
