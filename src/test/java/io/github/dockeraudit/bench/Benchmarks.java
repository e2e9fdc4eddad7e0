package io.github.dockeraudit.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs all benchmarks on one thread and prints what they come to: files a second, how much time
 * grows when the input does, how much longer fixing takes than auditing, and what the first report
 * costs in a new JVM. Machines differ, so the ratios are what to compare.
 */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Runs everything.
   *
   * @throws RunnerException if a benchmark breaks down
   */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results = new ArrayList<>();
    results.addAll(new Runner(options(ThroughputBenchmark.class, 20)).run());
    results.addAll(new Runner(options(GrowthBenchmark.class, 3)).run());
    System.out.println();
    results.stream().filter(Benchmarks::isThroughput).forEach(Benchmarks::printThroughput);
    printGrowth(results, "bytes");
    printGrowth(results, "instructions");
    Path corpus = Path.of(System.getProperty("docker-audit.conformance", ""), "corpus");
    FixBenchmark.print(corpus);
    ReportBenchmark.print(corpus);
  }

  /** The rules are many: they take half a minute until all of them are compiled. */
  private static Options options(Class<?> benchmark, int warmups) {
    return new OptionsBuilder()
        .include(benchmark.getSimpleName())
        .forks(1)
        .threads(1)
        .warmupIterations(warmups)
        .warmupTime(TimeValue.seconds(2))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(2))
        .timeUnit(TimeUnit.MILLISECONDS)
        .jvmArgsAppend(
            // One core is one core: other collectors would work on a second one meanwhile.
            "-XX:+UseSerialGC",
            // Room for what 10 MB come to: else the growth is that of a heap that has to grow.
            "-Xms2g",
            "-Xmn1500m",
            "-Ddocker-audit.conformance=" + System.getProperty("docker-audit.conformance", ""))
        .build();
  }

  private static boolean isThroughput(RunResult result) {
    return result.getParams().getBenchmark().contains(ThroughputBenchmark.class.getSimpleName());
  }

  private static void printThroughput(RunResult result) {
    double milliseconds = result.getPrimaryResult().getScore();
    boolean isCompose = name(result).contains("Compose");
    int files = (isCompose ? Corpus.composeFiles() : Corpus.dockerfiles()).size();
    System.out.printf(
        Locale.ROOT,
        "%-28s %,10.0f files a second on one core (%d files, %.1f ms a round)%n",
        name(result),
        files / milliseconds * 1000,
        files,
        milliseconds);
  }

  private static void printGrowth(Collection<RunResult> results, String benchmark) {
    double previous = 0;
    for (RunResult result : results) {
      if (!name(result).equals(benchmark)) {
        continue;
      }
      double milliseconds = result.getPrimaryResult().getScore();
      String size = result.getParams().getParam("size");
      String ratio =
          previous == 0
              ? ""
              : String.format(Locale.ROOT, ", %.1f times the line above", milliseconds / previous);
      System.out.printf(
          Locale.ROOT,
          "%,12d %-14s %,9.1f ms%s%n",
          Long.parseLong(size),
          benchmark,
          milliseconds,
          ratio);
      previous = milliseconds;
    }
  }

  private static String name(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }
}
