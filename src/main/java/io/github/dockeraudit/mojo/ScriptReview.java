package io.github.dockeraudit.mojo;

import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.shellcheck.Program;
import io.github.dockeraudit.shellcheck.ShellCheck;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** The review of scripts by ShellCheck, and what is to be told of it. */
final class ScriptReview {

  private final Optional<ShellCheck> shellCheck;

  /**
   * @param program empty if there is none
   */
  ScriptReview(Optional<Program> program) {
    this.shellCheck = program.map(ShellCheck::new);
  }

  /** The project with its reviewer, if there is one. */
  Project of(Project project) {
    return shellCheck.map(project::reviewedBy).orElse(project);
  }

  /** Whether scripts were to be reviewed and could not be. */
  boolean hasFailed() {
    return problem().isPresent();
  }

  private Optional<String> problem() {
    return shellCheck.flatMap(ShellCheck::problem);
  }

  /**
   * Says that nobody reviews the scripts, if there are any: once a build.
   *
   * @param shared the project that remembers, for as long as the build runs, what was said
   */
  void tell(Project project, Ruleset rules, Log log, MavenProject shared) {
    problem().ifPresent(log::warn);
    Optional<String> hint =
        shellCheck.isPresent() ? Optional.empty() : ShellCheck.hint(project, rules);
    if (hint.isPresent() && isFirst(shared)) {
      log.info(hint.get());
    }
  }

  private static boolean isFirst(MavenProject shared) {
    synchronized (shared) {
      String key = ScriptReview.class.getName();
      boolean isFirst = shared.getContextValue(key) == null;
      shared.setContextValue(key, true);
      return isFirst;
    }
  }
}
