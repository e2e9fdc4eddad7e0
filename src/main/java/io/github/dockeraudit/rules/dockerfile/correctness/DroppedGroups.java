package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.facts.GroupMembership;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DroppedGroups implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1071", "dropped-groups")
        .summary("USER names a group and so leaves out the others that the user is in")
        .why(
            """
            With a group after the colon, a container has this group and no other: what the user may do by the groups
            that `usermod -aG` and the like have put it into is refused. Without it, it has all of them.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN useradd --system app && usermod -aG video app
            USER app:app
            """)
        .good(
            """
            FROM debian:13-slim
            RUN useradd --system app && usermod -aG video app
            USER app
            """)
        .fixedSometimes()
        .aliases("tally:user-explicit-group-drops-supplementary-groups")
        .references("https://docs.docker.com/reference/dockerfile/#user");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(User.class)
        .filter(user -> user.user().literal().filter(text -> text.indexOf(':') > 0).isPresent())
        .flatMap(user -> file.stageOf(user).flatMap(stage -> check(user, stage)).stream());
  }

  private Optional<Finding> check(User user, Stage stage) {
    String text = user.user().literal().orElseThrow();
    String name = text.substring(0, text.indexOf(':'));
    String group = text.substring(name.length() + 1);
    GroupMembership membership = GroupMembership.of(name, stage, user);
    return membership
        .others(group)
        .filter(other -> !mayBeAny(group))
        .findFirst()
        .map(other -> judge(user, other, name, group, membership));
  }

  /** Which group a number is, only the image knows. */
  private static boolean mayBeAny(String group) {
    return group.isEmpty() || Character.isDigit(group.charAt(0));
  }

  private Finding judge(
      User user, String other, String name, String group, GroupMembership membership) {
    Finding finding =
        finding(user.user(), "'%s' is no longer in group %s; say USER %s", name, other, name);
    return membership.isPrimary(group)
        ? finding.fixedBy(
            Fix.intended("Leave all groups to the user", user.user().range().replaceWith(name)))
        : finding.notFixedBecause("files would be made for another group");
  }
}
