package io.github.dockeraudit.rules.dockerfile.performance;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.facts.LeftoverFile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class UsedUpDownload implements ProjectRule {

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.warning("DA1224", "used-up-download")
        .summary("What a RUN needed only for itself stays in the image")
        .why(
            """
            An archive that has been unpacked, a package that has been installed, a signature that has been checked, and
            a temporary folder are of no use to the container. They stay in the layer unless the same `RUN` deletes
            them; a later one only hides them.

            Speaks of stages that are shipped, and is silent where a pattern or a variable may name the file.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN curl -fsSLo /tmp/tool.tar.gz https://example.com/tool.tar.gz \\
                && tar -xzf /tmp/tool.tar.gz -C /opt
            """)
        .good(
            """
            FROM debian:13-slim
            RUN curl -fsSLo /tmp/tool.tar.gz https://example.com/tool.tar.gz \\
                && tar -xzf /tmp/tool.tar.gz -C /opt \\
                && rm /tmp/tool.tar.gz
            """)
        .fixedSometimes()
        .aliases(
            "parfum:tarSomethingRmTheSomething",
            "parfum:rmRecursiveAfterMktempD",
            "parfum:gpgVerifyAscRmAsc",
            "parfum:mkdirUsrSrcThenRemove")
        .references("https://docs.docker.com/build/building/best-practices/#run");
  }

  @Override
  public Stream<Finding> check(Project project) {
    return LeftoverFile.in(project)
        .map(
            leftover ->
                finding(leftover, "'%s' stays in the image; delete it in this RUN", leftover.path())
                    .mendedBy(leftover::remedy));
  }
}
