/**
 * How the program of an image comes to run as somebody else than root: who that is, what must
 * belong to them, where the file has to say so, and why it sometimes must not.
 *
 * <p>Where a project does not show that a program can do without root, the answer is a reason and
 * no edit. Imports what {@link io.github.dockeraudit.facts} imports, and that.
 */
package io.github.dockeraudit.facts.user;
