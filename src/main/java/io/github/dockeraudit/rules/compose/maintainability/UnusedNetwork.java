package io.github.dockeraudit.rules.compose.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.service.Leftover.Kind;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UnusedNetwork implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return Unused.describe("DA2304", "network", "front", "driver: bridge");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return Unused.check(this, project, Kind.NETWORK);
  }
}
