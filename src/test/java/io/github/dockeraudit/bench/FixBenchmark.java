package io.github.dockeraudit.bench;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.fix.Fixer;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How many times as long as auditing it takes to audit and fix real projects, with the rules that
 * are on by default and with all of them: auditing as every goal does it, which works out what can
 * be done about each finding, and without that. Both are timed in the same round, by what the
 * processor spends on this thread, so that a busy machine slows both alike; the pool of other
 * threads is off.
 */
final class FixBenchmark {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int WARMUPS = 4;
  private static final int ROUNDS = 5;

  private FixBenchmark() {}

  /** Prints a line for each level; nothing without real projects. */
  static void print(Path corpus) {
    List<Path> projects = projects(corpus);
    Ruleset all = Ruleset.load(FixBenchmark.class.getClassLoader());
    if (!projects.isEmpty()) {
      print("recommended", all.where(RuleInfo::enabled), projects);
      print("all", all, projects);
    }
  }

  private static void print(String profile, Ruleset rules, List<Path> projects) {
    for (FixLevel level : FixLevel.values()) {
      long auditing = 0;
      long mending = 0;
      long fixing = 0;
      for (int round = 0; round < WARMUPS + ROUNDS; round++) {
        for (Path path : projects) {
          long start = now();
          Audit audit = new Auditor(rules).audit(Discovery.of(path).today(TODAY).discover());
          long audited = now();
          Audit mended = Auditor.mended(audit);
          long worked = now();
          new Fixer(level).fix(mended);
          if (round >= WARMUPS) {
            auditing += audited - start;
            mending += worked - audited;
            fixing += now() - worked;
          }
        }
      }
      double all = auditing + mending + fixing;
      System.out.printf(
          Locale.ROOT,
          "fix %-8s %-11s %.2f times an audit, %.2f times one that only finds (%d projects, %,.0f ms)%n",
          level,
          profile,
          all / (auditing + mending),
          all / auditing,
          projects.size(),
          all / 1e6 / ROUNDS);
    }
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<Path> projects(Path corpus) {
    List<Path> projects = new ArrayList<>();
    for (String kind : List.of("java-projects", "whole-projects")) {
      Path folder = corpus.resolve(kind);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> folders = Files.list(folder)) {
          folders.filter(Files::isDirectory).sorted().forEach(projects::add);
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }
    }
    return projects;
  }
}
