/**
 * The shell: reads the command text of an instruction, keeping offsets.
 *
 * <p>A {@link io.github.dockeraudit.shell.Script} is a tree of {@link
 * io.github.dockeraudit.shell.Node nodes} whose leaves are {@linkplain
 * io.github.dockeraudit.shell.SimpleCommand simple commands}, and a list of all these commands
 * however nested. It never runs anything and never fails: what it cannot read it names.
 *
 * <p>Imports {@code source}.
 */
package io.github.dockeraudit.shell;
