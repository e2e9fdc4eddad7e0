package io.github.dockeraudit.bench;

import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Source;
import java.time.LocalDate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many Dockerfiles a second are parsed, and audited with all rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class ThroughputBenchmark {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Auditor auditor =
      new Auditor(Ruleset.load(ThroughputBenchmark.class.getClassLoader()));

  /** Parses every file. */
  @Benchmark
  public long parse() {
    long sum = 0;
    for (Source source : Corpus.files()) {
      sum += Dockerfile.parse(source).elements().size();
    }
    return sum;
  }

  /** Parses every file and audits it by itself with all rules. */
  @Benchmark
  public long parseAndAuditWithAllRules() {
    long sum = 0;
    for (Source source : Corpus.files()) {
      Project project = Project.of(Dockerfile.parse(source), TODAY);
      sum += auditor.audit(project).findings().size();
    }
    return sum;
  }
}
