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
 * are on by default and with all of them. Both are timed in the same round, by what the processor
 * spends on this thread, so that a busy machine slows both alike; the pool of other threads is off.
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
      long fixing = 0;
      for (int round = 0; round < WARMUPS + ROUNDS; round++) {
        for (Path path : projects) {
          long start = now();
          Audit audit = new Auditor(rules).audit(Discovery.of(path).today(TODAY).discover());
          long audited = now();
          new Fixer(level).fix(audit);
          auditing += round < WARMUPS ? 0 : audited - start;
          fixing += round < WARMUPS ? 0 : now() - audited;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "fix %-8s %-11s %.2f times an audit (%d projects, audited in %,.0f ms)%n",
          level,
          profile,
          (double) (auditing + fixing) / auditing,
          projects.size(),
          auditing / 1e6 / ROUNDS);
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
