package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.project.Faults;
import io.github.dockeraudit.project.PathPatterns;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.ProjectRule;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which rules run, with which options, and how grave their findings are in which files. */
public final class Policy {

  private final Ruleset all;
  private final Ruleset rules;
  private final Map<String, RuleState> states;
  private final Map<String, List<RuleSetting>> codes;
  private final List<Exemption> exemptions;
  private final Map<String, Partly> partly;
  private final boolean takesHadolintComments;
  private final List<SuppressionEntry> entries;
  private final boolean needsReasons;
  private final List<Precedent> precedents;
  private final boolean isPlain;
  private final Checks<DockerfileRule, Dockerfile> ofDockerfiles;
  private final Checks<ComposeRule, Deployment> ofDeployments;
  private final Checks<ProjectRule, Project> ofProjects;

  /**
   * What is otherwise for some files.
   *
   * @param files which
   * @param settings what is said there of a rule, by its id, or of a code that a rule reports
   */
  record Exemption(PathPatterns files, Map<String, List<RuleSetting>> settings) {}

  /**
   * What is said of a rule where some of it is about a part of its findings.
   *
   * @param first how the rule is used before anybody has spoken
   * @param settings what is said, the last word last
   */
  record Partly(RuleState first, List<RuleSetting> settings) {

    RuleState stateFor(Finding finding) {
      RuleState state = first;
      for (RuleSetting setting : settings) {
        state = setting.speaksOf(finding) ? state.after(setting) : state;
      }
      return state;
    }
  }

  /**
   * Findings that were there before.
   *
   * @param baseline the findings
   * @param place the audited folder as seen from that of the baseline: empty for the same, or with
   *     a slash at its end
   * @param by how it is called that a finding is known from there
   */
  public record Precedent(Baseline baseline, String place, Known by) {

    public Precedent {
      requireNonNull(baseline);
      requireNonNull(place);
      requireNonNull(by);
    }
  }

  /**
   * @param codes what is said of single codes of which a rule reports many
   */
  private Policy(
      Ruleset all,
      Ruleset rules,
      Map<String, RuleState> states,
      Map<String, List<RuleSetting>> codes,
      List<Exemption> exemptions,
      Map<String, Partly> partly,
      boolean takesHadolintComments,
      List<SuppressionEntry> entries,
      boolean needsReasons,
      List<Precedent> precedents) {
    this.all = requireNonNull(all);
    this.rules = requireNonNull(rules);
    this.states = Map.copyOf(states);
    this.codes = Map.copyOf(codes);
    this.exemptions = List.copyOf(exemptions);
    this.partly = Map.copyOf(partly);
    this.takesHadolintComments = takesHadolintComments;
    this.entries = List.copyOf(entries);
    this.needsReasons = needsReasons;
    this.precedents = List.copyOf(precedents);
    this.isPlain =
        exemptions.isEmpty() && codes.isEmpty() && partly.isEmpty() && isPlain(this.states);
    this.ofDockerfiles =
        new Checks<>(
            this, DockerfileRule.class, DockerfileRule::check, file -> file.source().path());
    this.ofDeployments =
        new Checks<>(
            this, ComposeRule.class, ComposeRule::check, each -> each.baseFile().source().path());
    this.ofProjects = new Checks<>(this, ProjectRule.class, ProjectRule::check, Project::name);
  }

  Policy(
      Ruleset all,
      Ruleset rules,
      Map<String, RuleState> states,
      Map<String, List<RuleSetting>> codes,
      List<Exemption> exemptions,
      Map<String, Partly> partly) {
    this(all, rules, states, codes, exemptions, partly, true, List.of(), false, List.of());
  }

  /** These rules run, everywhere and with the severity that they give. */
  public static Policy of(Ruleset rules) {
    RuleState on = new RuleState(true, Origin.DEFAULT);
    return new Policy(
        rules,
        rules,
        rules.rules().stream().collect(toMap(rule -> rule.info().id(), rule -> on)),
        Map.of(),
        List.of(),
        Map.of());
  }

  /**
   * The same with entries that accept findings.
   *
   * @param withReasons whether every suppression has to give a reason
   * @throws AuditException if an entry names a rule that is not there
   */
  public Policy accepting(List<SuppressionEntry> others, boolean withReasons) {
    Faults faults = new Faults();
    for (SuppressionEntry entry : others) {
      entry.labels().forEach(label -> faults.gather(() -> refuseUnknown(label, entry)));
    }
    faults.refuse();
    return new Policy(
        all,
        rules,
        states,
        codes,
        exemptions,
        partly,
        takesHadolintComments,
        others,
        withReasons,
        precedents);
  }

  private void refuseUnknown(String label, SuppressionEntry entry) {
    if (all.called(label).isEmpty()) {
      throw Origin.file(entry.where())
          .wrong("there is no rule '%s'".formatted(label), RuleSelection.remedy(label, all));
    }
  }

  /** The same with findings that were there before. */
  public Policy knowing(List<Precedent> others) {
    return new Policy(
        all,
        rules,
        states,
        codes,
        exemptions,
        partly,
        takesHadolintComments,
        entries,
        needsReasons,
        others);
  }

  /** The same, where comments of hadolint accept nothing unless they are honoured. */
  public Policy honouringHadolintComments(boolean honoured) {
    return new Policy(
        all, rules, states, codes, exemptions, partly, honoured, entries, needsReasons, precedents);
  }

  /** Whether comments of hadolint accept findings. */
  boolean takesHadolintComments() {
    return takesHadolintComments;
  }

  /** The entries that accept findings. */
  List<SuppressionEntry> entries() {
    return entries;
  }

  /** Whether every suppression has to give a reason. */
  boolean needsReasons() {
    return needsReasons;
  }

  /** Findings that were there before. */
  List<Precedent> precedents() {
    return precedents;
  }

  /** All rules that there are, whether they run or not, as they are by default. */
  public Ruleset all() {
    return all;
  }

  /** The rules that run, at least for some files. */
  public Ruleset rules() {
    return rules;
  }

  /** What the rules that run say of Dockerfiles. */
  Checks<DockerfileRule, Dockerfile> ofDockerfiles() {
    return ofDockerfiles;
  }

  /** What the rules that run say of deployments. */
  Checks<ComposeRule, Deployment> ofDeployments() {
    return ofDeployments;
  }

  /** What the rules that run say of whole projects. */
  Checks<ProjectRule, Project> ofProjects() {
    return ofProjects;
  }

  /** How a rule is used where nothing else is said for a file; of every rule that there is. */
  public RuleState state(String id) {
    return states.get(id);
  }

  /** The files for which something else is said of a rule, as patterns. */
  public List<RuleSetting> exemptions(String id) {
    return exemptions.stream()
        .flatMap(exemption -> exemption.settings().getOrDefault(id, List.of()).stream())
        .toList();
  }

  /** Whether all findings of all rules are taken as the rules give them. */
  private static boolean isPlain(Map<String, RuleState> states) {
    return states.values().stream()
        .allMatch(state -> state.enabled() && state.severity().isEmpty());
  }

  /** Whether findings are taken as the rules give them. */
  private boolean isPlain(String id, RuleState state) {
    return exemptions.isEmpty()
        && state.enabled()
        && state.severity().isEmpty()
        && !codes.containsKey(id)
        && !partly.containsKey(id);
  }

  /**
   * The finding as it counts in its file; empty if its rule does not run there.
   *
   * @param by the rule that gave it, which may report the codes of a tool
   */
  Optional<Finding> judged(Finding finding, Rule by) {
    if (isPlain) {
      return Optional.of(finding);
    }
    String id = finding.rule().id();
    RuleState state = states.get(by.info().id());
    if (isPlain(id, state)) {
      return Optional.of(finding);
    }
    if (partly.containsKey(id)) {
      state = partly.get(id).stateFor(finding);
    }
    for (RuleSetting setting : codes.getOrDefault(id, List.of())) {
      state = state.after(setting);
    }
    for (Exemption exemption : exemptions) {
      if (exemption.files().cover(finding.range().source().path())) {
        for (String called : new LinkedHashSet<>(List.of(by.info().id(), id))) {
          for (RuleSetting setting : exemption.settings().getOrDefault(called, List.of())) {
            state = called.equals(id) && !setting.speaksOf(finding) ? state : state.after(setting);
          }
        }
      }
    }
    return state.enabled() ? Optional.of(with(state, finding)) : Optional.empty();
  }

  private static Finding with(RuleState state, Finding finding) {
    return state.severity().map(finding::withSeverity).orElse(finding);
  }
}
