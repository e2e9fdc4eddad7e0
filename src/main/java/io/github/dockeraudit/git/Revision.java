package io.github.dockeraudit.git;

import io.github.dockeraudit.git.Git.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A commit that a user named.
 *
 * @param name how they did: {@code origin/main}
 * @param top the folder of the work tree, absolute
 * @param commit its id; that of the last one which the current history has in common with it, if
 *     there is one
 */
public record Revision(String name, Path top, String commit) {

  /**
   * What git says to a name.
   *
   * @param revision the commit; empty if it cannot be had
   * @param note why it cannot, or what is otherwise than one may expect; empty if all is as usual
   */
  public record Found(Optional<Revision> revision, String note) {

    private static Found none(String note) {
      return new Found(Optional.empty(), note);
    }
  }

  /**
   * Looks for a commit.
   *
   * @param folder inside of a work tree
   */
  public static Found find(Path folder, String name) {
    if (name.startsWith("-")) {
      return Found.none("'%s' is no name of a revision".formatted(name));
    }
    Git git = new Git(folder);
    Answer top = git.run("rev-parse", "--show-toplevel");
    if (!top.isDone()) {
      return Found.none(reason(top));
    }
    Answer commit = git.run("rev-parse", "--verify", "--quiet", name + "^{commit}");
    if (!commit.isDone()) {
      return Found.none(
          "this clone has no %s; fetch it, as with git fetch --depth=1 origin".formatted(name));
    }
    Answer common = git.run("merge-base", commit.line(), "HEAD");
    boolean isShallow = git.run("rev-parse", "--is-shallow-repository").line().equals("true");
    return new Found(
        Optional.of(
            new Revision(
                name, Path.of(top.line()), common.isDone() ? common.line() : commit.line())),
        common.isDone() || !isShallow
            ? ""
            : "the clone is shallow, so that %s counts as it is now".formatted(name));
  }

  private static String reason(Answer answer) {
    String complaint = answer.complaint();
    if (complaint.contains("not a git repository")) {
      return "the folder is in no git repository";
    }
    return complaint.isEmpty() ? "git does not answer" : complaint;
  }

  /**
   * The files of this commit, at the paths where they are now. What git ignores is as it is now, as
   * it is no part of any commit.
   *
   * @throws IOException if git does not answer
   */
  public CommittedFiles files() throws IOException {
    return CommittedFiles.of(this);
  }
}
