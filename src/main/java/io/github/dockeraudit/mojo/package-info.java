/**
 * The goals: parameters in, exit status out.
 *
 * <p>Only this package imports Maven. A goal holds no loop and no format; its Javadoc is the
 * reference manual.
 */
package io.github.dockeraudit.mojo;
