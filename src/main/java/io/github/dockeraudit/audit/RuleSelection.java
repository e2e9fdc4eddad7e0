package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.project.Faults;
import io.github.dockeraudit.rule.Option;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a user says of rules.
 *
 * @param profile the rules to begin with
 * @param profileBy who chose that
 * @param chosen rules that run and no others, even if the profile has them not; empty for all of
 *     the profile
 * @param settings what is said of single rules, the last word last
 * @param overrides what is otherwise for some files, the last word last
 */
public record RuleSelection(
    Profile profile,
    Origin profileBy,
    List<RuleSetting> chosen,
    List<RuleSetting> settings,
    List<PathOverride> overrides) {

  public RuleSelection {
    requireNonNull(profile);
    requireNonNull(profileBy);
    chosen = List.copyOf(chosen);
    settings = List.copyOf(settings);
    overrides = List.copyOf(overrides);
  }

  /** All rules of a profile but some. */
  public RuleSelection(Profile profile, List<String> skipped) {
    this(
        profile,
        Origin.DEFAULT,
        List.of(),
        skipped.stream().map(label -> RuleSetting.off(label, Origin.DEFAULT)).toList(),
        List.of());
  }

  /**
   * The rules of {@code all} that run, at least for some files.
   *
   * @throws AuditException if one that is named is not one of {@code all}, or has no such option
   */
  public Ruleset from(Ruleset all) {
    return policy(all).rules();
  }

  /**
   * What it comes to for the rules of {@code all}.
   *
   * @throws AuditException if one that is named is not one of {@code all}, or has no such option
   */
  public Policy policy(Ruleset all) {
    Map<String, RuleState> states = new HashMap<>();
    Set<String> chosenIds = chosenIds(all);
    all.rules().forEach(rule -> states.put(rule.info().id(), state(rule.info(), chosenIds)));
    Map<String, Policy.Partly> partly = partly(all, states);
    Map<String, Rule> configured =
        all.rules().stream().collect(toMap(rule -> rule.info().id(), profile::configured));
    Codes codes = new Codes(all);
    chosen.forEach(codes::add);
    Faults faults = new Faults();
    for (RuleSetting setting : settings) {
      faults.gather(
          () -> {
            List<Rule> called = called(setting, all);
            if (!codes.add(setting)) {
              called.stream()
                  .map(Rule::info)
                  .filter(rule -> !setting.isPartial(rule))
                  .forEach(rule -> states.computeIfPresent(rule.id(), (id, s) -> s.after(setting)));
            }
            configure(setting, called, configured);
          });
    }
    List<Policy.Exemption> exemptions =
        overrides.stream().map(override -> exemption(override, all, faults)).toList();
    faults.refuse();
    if (!chosen.isEmpty()) {
      states.replaceAll((id, state) -> chosenIds.contains(id) ? state : notChosen(state));
    }
    Set<String> running = running(states, exemptions, partly, chosenIds);
    running.addAll(codes.running());
    return new Policy(
        all,
        all.where(rule -> running.contains(rule.id()))
            .mapped(rule -> configured.get(rule.info().id())),
        states,
        codes.settings(),
        exemptions,
        partly);
  }

  /** All that is said of those rules of which some is said in part. */
  private Map<String, Policy.Partly> partly(Ruleset all, Map<String, RuleState> first) {
    Map<String, List<RuleSetting>> said = new HashMap<>();
    Set<String> inPart = new HashSet<>();
    for (RuleSetting setting : settings) {
      for (Rule rule : all.called(setting.label())) {
        String id = rule.info().id();
        said.computeIfAbsent(id, unused -> new ArrayList<>()).add(setting);
        if (setting.isPartial(rule.info())) {
          inPart.add(id);
        }
      }
    }
    return inPart.stream()
        .collect(toMap(id -> id, id -> new Policy.Partly(first.get(id), said.get(id))));
  }

  private Set<String> chosenIds(Ruleset all) {
    Set<String> ids = new HashSet<>();
    for (RuleSetting choice : chosen) {
      String label = choice.label();
      List<Rule> called = all.called(label);
      if (called.isEmpty()) {
        throw choice
            .origin()
            .wrong("there is no rule '%s' to choose".formatted(label), remedy(label, all));
      }
      called.forEach(rule -> ids.add(rule.info().id()));
    }
    return ids;
  }

  private RuleState state(RuleInfo rule, Set<String> chosenIds) {
    if (chosen.isEmpty()) {
      return new RuleState(profile.includes(rule), Origin.profile(profile, profileBy));
    }
    Optional<RuleSetting> choice =
        chosenIds.contains(rule.id())
            ? chosen.stream().filter(each -> rule.isCalled(each.label())).findFirst()
            : Optional.empty();
    return new RuleState(choice.isPresent(), choice.orElse(chosen.get(0)).origin());
  }

  /** Whatever else is said of a rule, it does not run where others are the only ones. */
  private RuleState notChosen(RuleState state) {
    return state.enabled() ? state.after(RuleSetting.off("", chosen.get(0).origin())) : state;
  }

  private static List<Rule> called(RuleSetting setting, Ruleset all) {
    List<Rule> called = all.called(setting.label());
    if (called.isEmpty() && setting.origin().kind() != Origin.Kind.PEER) {
      throw setting
          .origin()
          .wrong("there is no rule '%s'".formatted(setting.label()), remedy(setting.label(), all));
    }
    return called;
  }

  /** What to do about a name that no rule has. */
  static String remedy(String label, Ruleset all) {
    List<String> names = new ArrayList<>();
    all.rules().forEach(rule -> names.add(rule.info().name()));
    return Suggestion.closest(label, names)
        .map("did you mean '%s'?"::formatted)
        .orElse("give the id, the name or an alias of a rule, such as missing-user");
  }

  /** An alias may be that of several rules, of which some have the option. */
  private static void configure(
      RuleSetting setting, List<Rule> called, Map<String, Rule> configured) {
    Set<String> unknown = new HashSet<>(setting.options().keySet());
    for (Rule rule : called) {
      Map<String, List<String>> known = new TreeMap<>(setting.options());
      known.keySet().retainAll(names(rule.info()));
      unknown.removeAll(known.keySet());
      if (!known.isEmpty()) {
        configured.computeIfPresent(
            rule.info().id(), (id, before) -> with(before, known, setting.origin()));
      }
    }
    unknown.stream().sorted().findFirst().ifPresent(name -> refuse(name, setting, called));
  }

  private static Rule with(Rule rule, Map<String, List<String>> options, Origin origin) {
    try {
      return rule.with(Options.of(options));
    } catch (IllegalArgumentException wrong) {
      throw origin.wrong(
          "%s: %s".formatted(rule.info().name(), wrong.getMessage()), "correct the option");
    }
  }

  private static void refuse(String option, RuleSetting setting, List<Rule> called) {
    List<String> names = called.stream().flatMap(rule -> names(rule.info()).stream()).toList();
    String known =
        names.isEmpty() ? "the rule has none" : "give one of " + String.join(", ", names);
    throw setting
        .origin()
        .wrong(
            "there is no option '%s' of %s".formatted(option, called.get(0).info().name()),
            Suggestion.closest(option, names).map("did you mean '%s'?"::formatted).orElse(known));
  }

  private static List<String> names(RuleInfo rule) {
    return rule.options().stream().map(Option::name).toList();
  }

  private static Policy.Exemption exemption(PathOverride override, Ruleset all, Faults faults) {
    Map<String, List<RuleSetting>> byId = new HashMap<>();
    for (RuleSetting setting : override.rules()) {
      faults.gather(
          () ->
              called(setting, all)
                  .forEach(
                      rule ->
                          byId.computeIfAbsent(
                                  Codes.id(rule.info(), setting), id -> new ArrayList<>())
                              .add(setting)));
    }
    return new Policy.Exemption(override.files(), byId);
  }

  /** Those that are on, and those that an exemption turns on for its files. */
  private Set<String> running(
      Map<String, RuleState> states,
      List<Policy.Exemption> exemptions,
      Map<String, Policy.Partly> partly,
      Set<String> chosenIds) {
    Set<String> running = new HashSet<>();
    states.forEach(
        (id, state) -> {
          if (state.enabled()) {
            running.add(id);
          }
        });
    for (Policy.Exemption exemption : exemptions) {
      exemption
          .settings()
          .forEach(
              (id, said) -> {
                if (turnsOn(said)) {
                  running.add(id);
                }
              });
    }
    partly.forEach(
        (id, said) -> {
          if (turnsOn(said.settings())) {
            running.add(id);
          }
        });
    if (!chosen.isEmpty()) {
      running.retainAll(chosenIds);
    }
    return running;
  }

  private static boolean turnsOn(List<RuleSetting> said) {
    return said.stream().anyMatch(setting -> setting.enabled().orElse(false));
  }
}
