/**
 * Reads how users want an audit: from parameters, from {@code .docker-audit.yml} and from files of
 * other tools, into one record below which nobody asks where a setting came from.
 *
 * <p>Each place is a {@link io.github.dockeraudit.config.Layer}; {@link
 * io.github.dockeraudit.config.Layers} puts the stronger over the weaker. May import the packages
 * of the models, {@code rule}, {@code audit} and {@code fix}.
 */
package io.github.dockeraudit.config;
