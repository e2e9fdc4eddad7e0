package io.github.dockeraudit.rules.compose.maintainability;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Entry;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.facts.Swarm;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.List;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ObsoleteVersion implements ComposeRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA2307", "obsolete-version")
        .summary("The compose file says a version that nothing reads")
        .why(
            """
            Compose reads every file by the one specification there is, warns of `version` on each command and otherwise
            passes it over.
            """)
        .bad(
            """
            version: "3.8"
            services:
              api:
                image: example.com/api:1
            """)
        .good(
            """
            services:
              api:
                image: example.com/api:1
            """)
        .fixedSometimes()
        .aliases("dclint:no-version-field")
        .references(
            "https://docs.docker.com/reference/compose-file/version-and-name/#version-top-level-element-obsolete");
  }

  @Override
  public Stream<Finding> check(Deployment deployment) {
    return deployment.root().entry("version").stream()
        .map(
            version ->
                finding(version.key(), "Compose does not read 'version' any more; remove it")
                    .mendedBy(() -> remedy(version, Swarm.reads(deployment))));
  }

  /** Its line alone: what stands above it may speak of the whole file. */
  private static Remedy remedy(Entry version, boolean isForSwarm) {
    SourceRange range = version.range();
    Source file = range.source();
    int line = range.from().line();
    boolean isAlone =
        file.line(line).text().startsWith("version")
            && range.to().line() == line
            && line < file.lineCount();
    if (!isAlone) {
      return Remedy.none("it does not stand on a line of its own");
    }
    TextEdit edit = file.range(file.lineStart(line), end(line, file)).delete();
    return isForSwarm
        ? Remedy.risky("Remove the version, which a swarm before Docker 25 needs", List.of(edit))
        : Remedy.intended("Remove the version", List.of(edit));
  }

  /** A blank line below goes along where one above would stay, or nothing is above. */
  private static int end(int line, Source file) {
    boolean isParted = line == 1 || isBlank(line - 1, file);
    boolean takesNext = isParted && line + 1 < file.lineCount() && isBlank(line + 1, file);
    return file.lineStart(takesNext ? line + 2 : line + 1);
  }

  private static boolean isBlank(int line, Source file) {
    return file.line(line).text().isBlank();
  }
}
