/**
 * Rules about what opens an application on the JVM to others.
 *
 * <p>May import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules.java.security;
