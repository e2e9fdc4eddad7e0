package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Policy;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.docs.RuleText;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.source.Suggestion;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tells about rules in the terminal: by default all of them, each with how it is set here and who
 * said so.
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractAuditMojo {

  /** Skips this goal alone. */
  @Parameter(property = "docker-audit.explain.skip", defaultValue = "false")
  private boolean skipExplain;

  /** The rule to tell all about: its id, its name, or its id in another tool. */
  @Parameter(property = "docker-audit.rule")
  private String rule;

  /** Lists the rules that speak of these words. */
  @Parameter(property = "docker-audit.search")
  private String search;

  @Override
  boolean skipsThisGoal() {
    return skipExplain;
  }

  @Override
  void run() {
    Policy policy = policy();
    RuleText text = new RuleText(policy);
    if (rule != null && !rule.isBlank()) {
      called(rule.strip(), policy).forEach(each -> print(text.page(each)));
    } else if (search != null && !search.isBlank()) {
      List<Rule> found = text.search(search);
      print(text.list(found));
      getLog()
          .info(
              "%s of '%s'"
                  .formatted(
                      found.size() == 1 ? "1 rule speaks" : found.size() + " rules speak",
                      search.strip()));
    } else {
      print(text.list(policy.all().rules()));
      getLog().info("All about one of them: -Ddocker-audit.rule=NAME");
    }
  }

  private static List<Rule> called(String label, Policy policy) {
    List<Rule> called = policy.all().called(label);
    if (called.isEmpty()) {
      throw new AuditException(
          "There is no rule '%s'".formatted(label),
          Suggestion.closest(
                  label, policy.all().rules().stream().map(each -> each.info().name()).toList())
              .map("did you mean '%s'?"::formatted)
              .orElse("look for it with -Ddocker-audit.search=WORDS"));
    }
    return called;
  }

  private void print(List<String> lines) {
    getLog().info("");
    lines.forEach(getLog()::info);
    getLog().info("");
  }

  @Override
  void conclude(Audit audit, Reports reports, Configuration configuration) {
    throw new IllegalStateException("nothing is audited");
  }
}
