package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Acceptance;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.EarlierAudit;
import io.github.dockeraudit.audit.Policy;
import io.github.dockeraudit.audit.Policy.Precedent;
import io.github.dockeraudit.audit.RuleFailure;
import io.github.dockeraudit.config.ConfigFile;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.config.HadolintFile;
import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.disk.FileContent;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.report.EarlierAuditReader;
import io.github.dockeraudit.rule.Ruleset;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * Makes the audit that a goal is about, or finds that the last one still holds, and lets the goal
 * conclude.
 */
final class AuditRun {

  private static final int MOST_BYTES_OF_REPORT = 64 * 1024 * 1024;

  /** Under this name the build remembers the rules. */
  private static final String RULES = AuditRun.class.getName() + ".rules";

  /** Rules, and who loads them: a module may have other dependencies of the plugin. */
  private record Loading(ClassLoader loader, CompletableFuture<Ruleset> rules) {}

  private final AbstractAuditMojo goal;
  private final Surroundings around;
  private final Wishes wishes;

  AuditRun(AbstractAuditMojo goal, Surroundings around, Wishes wishes) {
    this.goal = goal;
    this.around = around;
    this.wishes = wishes;
  }

  /** Does what the goal is for. */
  void run() throws MojoExecutionException, MojoFailureException {
    Optional<Ratchet> ratchet = ratchet();
    LastAudit last = new LastAudit(around.reports(), goal.memoryName(), () -> key(ratchet));
    Optional<Outcome> known = last.ifUpToDate();
    if (known.isPresent()) {
      goal.getLog().debug("Nothing has changed since the last audit, which is told again");
      known.get().repeat(goal.getLog());
    } else {
      auditAnew(ratchet, last);
    }
  }

  private Optional<Ratchet> ratchet() {
    return goal.knows(Acceptance.Kind.REVISION) && wishes.mayNameRevision()
        ? wishes.configuration().ratchetFrom().map(name -> Ratchet.from(name, around.folder()))
        : Optional.empty();
  }

  /** All that an audit depends on beside the disk; empty if it is not to be repeated. */
  private Optional<byte[]> key(Optional<Ratchet> ratchet) {
    Optional<List<String>> code =
        goal.mayRepeat() ? Code.of(getClass().getClassLoader()) : Optional.empty();
    return code.isPresent()
        ? Description.of(code.get(), goal, around, wishes.description(), ratchet)
        : Optional.empty();
  }

  private void auditAnew(Optional<Ratchet> ratchet, LastAudit last)
      throws MojoExecutionException, MojoFailureException {
    Configuration configuration = wishes.configuration();
    RememberingLog log = new RememberingLog(goal.getLog());
    goal.setLog(log);
    Disk disk = new Disk();
    CompletableFuture<Ruleset> allRules = rulesOfBuild();
    Reports reports = new Reports(goal.formats(), around, log, log::print, disk);
    Project files = discover(around, configuration, disk);
    if (files.isEmpty() && goal.needsFiles()) {
      tellNothing(log);
      return;
    }
    Policy policy = policy(configuration, joined(allRules));
    files.notes().forEach(log::debug);
    wishes.hadolint().ifPresent(hadolint -> tell(hadolint, log));
    Policy knowing = policy.knowing(known(configuration, policy, ratchet, disk, log));
    Optional<EarlierAudit> earlier = goal.compareTo().map(file -> read(file, disk));
    ScriptReview review = new ScriptReview(around.shellCheck());
    Audit audit =
        Auditor.mended(new Auditor(knowing).audit(review.of(files))).comparedWith(earlier);
    if (!goal.isShellcheckOff()) {
      review.tell(files, policy.rules(), log, goal.build().shared());
    }
    Optional<MojoFailureException> failure = failure(audit, reports, configuration);
    if (audit.failures().isEmpty() && !review.hasFailed()) {
      Optional<String> message = failure.map(Throwable::getMessage);
      log.lines().ifPresent(lines -> last.keep(disk, new Outcome(lines, message)));
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    refuseFailures(audit);
  }

  /** A module without Docker files is nothing to speak of; a folder that somebody named is. */
  private void tellNothing(RememberingLog log) {
    String nothing = "No Dockerfile and no compose file in " + around.folder();
    if (around.maven().isPresent()) {
      log.debug(nothing);
    } else {
      log.info(nothing);
    }
  }

  /** What the findings are held against. */
  private List<Precedent> known(
      Configuration configuration,
      Policy policy,
      Optional<Ratchet> ratchet,
      Disk disk,
      RememberingLog log) {
    List<Precedent> known = new ArrayList<>();
    if (goal.knows(Acceptance.Kind.BASELINE)) {
      Optional<KnownFindings> baseline = KnownFindings.of(configuration, goal.build(), disk);
      baseline.map(KnownFindings::precedent).ifPresent(known::add);
      if (baseline.isEmpty()) {
        KnownFindings.missed(configuration).ifPresent(log::warn);
      }
    }
    ratchet
        .flatMap(
            from ->
                from.precedent(
                    around.folder(), policy, then -> discover(around, configuration, then), log))
        .ifPresent(known::add);
    return known;
  }

  /** Which rules run, and how. */
  static Policy policy(Configuration configuration, Ruleset rules) {
    return configuration
        .rules()
        .policy(rules.and(configuration.customRules()))
        .accepting(configuration.suppressions(), configuration.needsReasons())
        .honouringHadolintComments(configuration.takesHadolintComments());
  }

  /** Reads the files to audit. */
  static Project discover(Surroundings around, Configuration configuration, Disk disk) {
    Discovery discovery =
        Discovery.of(around.folder())
            .includes(configuration.includes())
            .excludes(configuration.excludes())
            .withoutModules(around.modules())
            .modules(around.together())
            .today(around.day())
            .disk(disk);
    return around.maven().map(discovery::maven).orElse(discovery).discover();
  }

  private static EarlierAudit read(File earlier, Disk disk) {
    try {
      FileContent content = disk.content(earlier.toPath(), MOST_BYTES_OF_REPORT);
      return EarlierAuditReader.read(
          new String(content.bytes(), StandardCharsets.UTF_8), earlier.toString());
    } catch (IOException unreadable) {
      throw new AuditException(
          "compareTo is %s, which cannot be read".formatted(earlier),
          "name the audit.json of an earlier build, or leave compareTo out");
    }
  }

  private static void tell(HadolintFile hadolint, RememberingLog log) {
    hadolint.warnings().forEach(log::warn);
    log.info(
        "Honours %s; mvn -X shows what to write into %s instead, -Ddocker-audit.readHadolint=false passes over it"
            .formatted(hadolint.path(), ConfigFile.NAME));
    log.debug("%s is the same as this %s:".formatted(hadolint.path(), ConfigFile.NAME));
    hadolint.asOurs().forEach(log::debug);
  }

  private Optional<MojoFailureException> failure(
      Audit audit, Reports reports, Configuration configuration) throws MojoExecutionException {
    try {
      goal.conclude(audit, reports, configuration);
      return Optional.empty();
    } catch (MojoFailureException failure) {
      return Optional.of(failure);
    }
  }

  /**
   * All rules that there are, loaded once in a build and not again for each module. It runs beside
   * the discovery: in a cold JVM loading the classes of all rules takes as long.
   */
  private CompletableFuture<Ruleset> rulesOfBuild() {
    MavenProject shared = goal.build().shared();
    synchronized (shared) {
      if (shared.getContextValue(RULES) instanceof Loading known
          && known.loader() == getClass().getClassLoader()) {
        return known.rules();
      }
      CompletableFuture<Ruleset> rules = CompletableFuture.supplyAsync(AuditRun::loadRules);
      shared.setContextValue(RULES, new Loading(getClass().getClassLoader(), rules));
      return rules;
    }
  }

  /** All rules that the plugin and its dependencies have. */
  static Ruleset loadRules() {
    return Ruleset.load(AuditRun.class.getClassLoader());
  }

  private static Ruleset joined(CompletableFuture<Ruleset> rules) {
    try {
      return rules.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof AuditException wrong) {
        throw wrong;
      }
      throw failed;
    }
  }

  private static void refuseFailures(Audit audit) throws MojoExecutionException {
    if (!audit.failures().isEmpty()) {
      RuleFailure first = audit.failures().get(0);
      throw new MojoExecutionException(
          "Rule %s %s broke down on %s, which is a bug of docker-audit; report it, and skip the rule with -Ddocker-audit.skipRules=%s"
              .formatted(first.rule().id(), first.rule().name(), first.path(), first.rule().name()),
          first.cause());
    }
  }
}
