package io.github.dockeraudit.audit;

import io.github.dockeraudit.rule.Category;
import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A choice of rules to begin with. */
public enum Profile {
  /** The rules that are on unless a user says otherwise. */
  RECOMMENDED {
    @Override
    public boolean includes(RuleInfo rule) {
      return rule.enabled();
    }
  },
  /** The recommended rules, and those that cost or harden more than most projects want. */
  STRICT {
    @Override
    public boolean includes(RuleInfo rule) {
      return rule.enabled() || NO_TASTE.contains(rule.category());
    }
  },
  /** Every rule, matters of taste included. */
  ALL {
    @Override
    public boolean includes(RuleInfo rule) {
      return true;
    }

    @Override
    public Rule configured(Rule rule) {
      return with("everywhere", rule);
    }
  },
  /** The rules that hadolint has on unless it is configured, as strict as it is. */
  HADOLINT {
    @Override
    public boolean includes(RuleInfo rule) {
      return rule.aliases().stream()
          .anyMatch(alias -> alias.startsWith("hadolint:") && !isOffInHadolint(alias));
    }

    @Override
    public Rule configured(Rule rule) {
      return with("strict", rule);
    }
  },
  /** The build checks of BuildKit, as strict as it is. */
  BUILDKIT {
    @Override
    public boolean includes(RuleInfo rule) {
      return rule.aliases().stream().anyMatch(alias -> alias.startsWith("buildkit:"));
    }

    @Override
    public Rule configured(Rule rule) {
      return with("asBuildKit", rule);
    }
  };

  /** What a rule is about that is more than a matter of taste. */
  private static final Set<Category> NO_TASTE =
      EnumSet.of(Category.CORRECTNESS, Category.SECURITY, Category.PERFORMANCE);

  /** What hadolint says only where it is told to. */
  private static final Set<String> OFF_IN_HADOLINT =
      Set.of(
          "DL1001", "DL3026", "DL3049", "DL3050", "DL3051", "DL3052", "DL3053", "DL3054", "DL3055",
          "DL3056", "DL3057", "DL3058");

  /** The name in lower case, as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a rule is part of this profile. */
  public abstract boolean includes(RuleInfo rule);

  /** The rule with the options that it has in this profile. */
  public Rule configured(Rule rule) {
    return rule;
  }

  private static boolean isOffInHadolint(String alias) {
    return OFF_IN_HADOLINT.contains(alias.substring("hadolint:".length()));
  }

  /** With such an option a rule judges as a peer does, or where it otherwise would not. */
  private static Rule with(String option, Rule rule) {
    boolean knows = rule.info().options().stream().anyMatch(o -> o.name().equals(option));
    return knows ? rule.with(Options.of(Map.of(option, List.of("true")))) : rule;
  }
}
