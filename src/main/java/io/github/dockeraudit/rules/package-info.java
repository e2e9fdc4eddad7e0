/**
 * The built-in rules, one class each, in packages by what they speak of and what they protect.
 *
 * <p>Nothing imports them: they are found through {@link java.util.ServiceLoader}, as those of
 * others are. They may import the packages of the models, {@code facts} and {@code rule}.
 */
package io.github.dockeraudit.rules;
