package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.Digits;
import io.github.dockeraudit.facts.UserNumber;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class NamedUser implements DockerfileRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1107", "named-user")
        .offByDefault()
        .summary("USER names a user instead of giving a number")
        .why(
            """
            Kubernetes refuses to start a container with `runAsNonRoot` unless it sees by the number of the user that
            this is not root: it does not look into the image to find out who a name is. The name also means nothing on
            volumes that the host shares.
            """)
        .bad(
            """
            FROM node:24-alpine
            USER node
            """)
        .good(
            """
            FROM node:24-alpine
            USER 1000
            """)
        .fixedSometimes()
        .aliases("hadolint:DL3066")
        .references("https://kubernetes.io/docs/tasks/configure-pod-container/security-context/");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.all(User.class)
        .filter(user -> nameOf(user, file).filter(NamedUser::isName).isPresent())
        .map(user -> judge(user, file));
  }

  private static Optional<String> nameOf(User user, Dockerfile file) {
    return file.stageOf(user).flatMap(stage -> stage.stateAt(user).expand(user.user()).certain());
  }

  private static boolean isName(String user) {
    String name = user.split(":", 2)[0];
    return !name.isEmpty() && !Digits.only(name);
  }

  private Finding judge(User user, Dockerfile file) {
    Word word = user.user();
    Finding finding = finding(word, "'%s' is no number, by which Kubernetes tells root", word);
    return file.stageOf(user)
        .flatMap(stage -> UserNumber.of(word.text(), stage, user))
        .map(
            number ->
                finding.fixedBy(Fix.intended("Give the number", word.range().replaceWith(number))))
        .orElseGet(() -> finding.notFixedBecause("its number is not known"));
  }
}
