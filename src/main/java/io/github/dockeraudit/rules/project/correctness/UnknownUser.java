package io.github.dockeraudit.rules.project.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.facts.user.Accounts;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ServiceBuild;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Located;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnknownUser implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA3010", "unknown-user")
        .summary("A container is to run as a user that the image does not have")
        .why(
            """
            The container does not start: `unable to find user app: no matching entries in passwd file`. Only a number
            needs no account.
            """)
        .bad(
            """
            ==> Dockerfile <==
            FROM python:3.13-slim
            COPY shop.py /app/
            CMD ["python", "/app/shop.py"]
            ==> compose.yaml <==
            services:
              api:
                build: .
                user: shop
            """)
        .good(
            """
            ==> Dockerfile <==
            FROM python:3.13-slim
            RUN useradd --system shop
            COPY shop.py /app/
            CMD ["python", "/app/shop.py"]
            ==> compose.yaml <==
            services:
              api:
                build: .
                user: shop
            """)
        .references("https://docs.docker.com/reference/compose-file/services/#user");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return Stream.concat(
        project.builds().stream().flatMap(this::check),
        project.dockerfiles().stream().flatMap(this::check));
  }

  private Stream<Finding> check(ServiceBuild build) {
    return build.service().user().filter(Scalar::isKnown).stream()
        .filter(
            user -> build.stage().filter(stage -> Accounts.lack(stage, user.text())).isPresent())
        .map(user -> finding(user, user.text()));
  }

  private Stream<Finding> check(Dockerfile file) {
    return file.all(User.class)
        .filter(user -> user.user().literal().isPresent())
        .filter(
            user ->
                file.stageOf(user)
                    .filter(stage -> Accounts.lack(stage, user.user().text()))
                    .isPresent())
        .map(user -> finding(user.user(), user.user().text()));
  }

  private Finding finding(Located place, String user) {
    return finding(
            place, "The image has no user '%s', so nothing starts; add it, or give a number", user)
        .notFixedBecause("what else the user is to have only a person knows");
  }
}
