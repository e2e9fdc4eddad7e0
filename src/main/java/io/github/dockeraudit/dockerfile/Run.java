package io.github.dockeraudit.dockerfile;

import java.util.List;

/**
 * Runs a command while the image is built.
 *
 * @param command what is run
 * @param heredocs the heredocs of the command, in the order of their bodies
 * @param mounts what {@code --mount} flags ask for
 */
public record Run(Syntax syntax, Command command, List<Heredoc> heredocs, List<Mount> mounts)
    implements Instruction {}
