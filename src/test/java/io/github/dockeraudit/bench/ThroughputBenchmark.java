package io.github.dockeraudit.bench;

import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Environment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.time.LocalDate;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many files a second are parsed, and audited with all rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class ThroughputBenchmark {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Auditor auditor =
      new Auditor(Ruleset.load(ThroughputBenchmark.class.getClassLoader()));

  /** Parses every Dockerfile. */
  @Benchmark
  public long parse() {
    long sum = 0;
    for (Source source : Corpus.dockerfiles()) {
      sum += Dockerfile.parse(source).elements().size();
    }
    return sum;
  }

  /** Parses every Dockerfile and audits it by itself with all rules. */
  @Benchmark
  public long parseAndAuditWithAllRules() {
    long sum = 0;
    for (Source source : Corpus.dockerfiles()) {
      Project project = Project.of(Dockerfile.parse(source), TODAY);
      sum += auditor.audit(project).findings().size();
    }
    return sum;
  }

  /** Loads every compose file, with what it includes and extends, and audits it with all rules. */
  @Benchmark
  public long loadAndAuditComposeFiles() {
    long sum = 0;
    for (Source source : Corpus.composeFiles()) {
      Deployment deployment =
          Deployment.load(List.of(source), Environment.empty(), Corpus::besideCompose);
      sum += auditor.audit(Project.of(deployment, TODAY)).findings().size();
    }
    return sum;
  }
}
