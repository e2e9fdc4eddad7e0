package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.CopiedMode;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class ChmodAfterCopy implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1221", "chmod-after-copy")
        .summary("chmod puts a second copy of a file into the image")
        .why(
            """
            A layer holds whole files. `chmod` on a file that a `COPY` has brought writes it once more, only to change
            its mode, and costs a layer. `COPY --chmod` gives the file its mode as it is written.

            Speaks of single files that a `COPY` or `ADD` names, in stages that are shipped.
            """)
        .bad(
            """
            FROM eclipse-temurin:21-jre
            COPY entry.sh /entry.sh
            RUN chmod +x /entry.sh
            ENTRYPOINT ["/entry.sh"]
            """)
        .good(
            """
            FROM eclipse-temurin:21-jre
            COPY --chmod=755 entry.sh /entry.sh
            ENTRYPOINT ["/entry.sh"]
            """)
        .fixedSometimes()
        .aliases("tally:prefer-copy-chmod")
        .references("https://docs.docker.com/reference/dockerfile/#copy---chown---chmod");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return CopiedMode.in(project)
        .map(
            mode ->
                finding(
                        mode,
                        "This copies what line %s has copied once more; use %s --chmod there",
                        mode.copy().startLine(),
                        mode.copy().name())
                    .mendedBy(mode::remedy));
  }
}
