package io.github.dockeraudit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.facts.Remedy;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MendedTest {

  private record Mends(Supplier<Remedy> remedy) implements DockerfileRule {

    @Override
    public RuleInfo.Builder describe() {
      return RuleInfo.warning("DA1499", "test").summary("Test");
    }

    @Override
    public Stream<Finding> check(Dockerfile file) {
      return Stream.of(finding(file.source()::range, "Test").mendedBy(remedy));
    }
  }

  @Test
  void whatCanBeDoneIsWorkedOutOnceAndOnlyWhereItIsAskedFor() {
    AtomicInteger asked = new AtomicInteger();
    Audit audit =
        audit(
            () -> {
              asked.incrementAndGet();
              return Remedy.none("of the moon");
            });
    assertThat(asked).hasValue(0);
    Finding finding = Auditor.mended(audit).findings().get(0);
    assertThat(finding.fix()).isEmpty();
    assertThat(finding.obstacle()).contains("of the moon");
    assertThat(asked).hasValue(1);
  }

  @Test
  void aRuleThatBreaksDownOverItsFixIsTold() {
    Audit audit =
        Auditor.mended(
            audit(
                () -> {
                  throw new IllegalStateException("bug");
                }));
    assertThat(audit.findings()).singleElement().satisfies(f -> assertThat(f.fix()).isEmpty());
    assertThat(audit.failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.rule().id()).isEqualTo("DA1499"));
  }

  private static Audit audit(Supplier<Remedy> remedy) {
    Rule rule = new Mends(remedy);
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", "FROM scratch\n"));
    return new Auditor(Ruleset.of(List.of(rule)))
        .audit(Project.of(file, LocalDate.of(2026, 11, 22)));
  }
}
