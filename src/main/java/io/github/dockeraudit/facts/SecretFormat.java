package io.github.dockeraudit.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The forms of tokens that services give out, by which a secret is known whatever its name. Each
 * begins with characters that nothing else begins with, and is of a fixed length or alphabet.
 */
final class SecretFormat {

  /** What no token is shorter than. */
  static final int SHORTEST = 20;

  /** Of those, the ones that the documentation of services shows. */
  private static final List<String> EXAMPLES =
      List.of("EXAMPLE", "example", "xxxx", "XXXX", "0000000000");

  /** Forms by the two characters that they begin with, so that most words are not tried at all. */
  private static final Map<String, List<Pattern>> FORMS =
      byBeginning(
          """
          (AKIA|ASIA)[A-Z2-7]{16}
          AIza[\\w-]{35}
          ATATT3[\\w=-]{80,}
          AGE-SECRET-KEY-1[0-9A-Z]{58}
          GOCSPX-[\\w-]{28}
          HRKU-[\\w-]{36,}
          LTAI[A-Za-z0-9]{17,20}
          NRAK-[A-Z0-9]{27}
          PMAK-[a-f0-9]{24}-[a-f0-9]{34}
          SG\\.[\\w-]{22}\\.[\\w-]{43}
          dapi[a-f0-9]{32}
          dckr_(pat|oat)_[\\w-]{20,}
          do[opr]_v1_[a-f0-9]{64}
          dp\\.(pt|st|ct)\\.[\\w.]{40,}
          eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{20,}
          gh[opsu]_[A-Za-z0-9]{36,}
          ghr_[A-Za-z0-9]{36,}
          github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}
          gl(pat|rt|dt|ptt|ft|oas|cbt)-[\\w.-]{20,}
          glc_[A-Za-z0-9+/=]{40,}
          glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}
          hf_[A-Za-z]{34}
          hv[sb]\\.[\\w-]{24,}
          lin_api_[A-Za-z0-9]{40}
          npm_[A-Za-z0-9]{36}
          oy2[a-z0-9]{43}
          pul-[a-f0-9]{40}
          pypi-AgEIcHlwaS5vcmc[\\w-]{50,}
          (sk|rk)_live_[A-Za-z0-9]{20,}
          rubygems_[a-f0-9]{48}
          shp(at|ca|pa|ss)_[a-fA-F0-9]{32}
          sk-(proj|svcacct|admin)-[\\w-]{40,}
          sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}
          sk-ant-[a-z0-9]{3,8}-[\\w-]{60,}
          sntry[su]_[\\w=+/-]{40,}
          tskey-[a-z]+-[\\w-]{20,}
          whsec_[A-Za-z0-9+/=]{24,}
          xapp-\\d-[A-Z0-9]+-\\d+-[a-f0-9]{40,}
          xox[abeoprs]-[\\w-]{20,}
          """);

  private static final int SHORTEST_RANDOM = 8;

  /** Chance changes the case at every second letter, words run together at fewer. */
  private static final double LEAST_CHANGES = 0.45;

  /** In bits a character; eight different characters have 3. */
  private static final double LEAST_BITS = 2.75;

  private SecretFormat() {}

  /** Whether a word is a token of a known form, and none that documentation shows. */
  static boolean isToken(String word) {
    if (word.length() < SHORTEST) {
      return false;
    }
    for (Pattern form : FORMS.getOrDefault(word.substring(0, 2), List.of())) {
      if (form.matcher(word).matches()) {
        return EXAMPLES.stream().noneMatch(word::contains) && isRandom(word);
      }
    }
    return false;
  }

  /**
   * Whether a text looks drawn by chance: long, of letters with digits or in changing case, few of
   * them repeated. Words run together are not, nor is a placeholder.
   */
  static boolean isRandom(String text) {
    boolean hasLetter = text.chars().anyMatch(Character::isLetter);
    boolean hasDigit = text.chars().anyMatch(Character::isDigit);
    return text.length() >= SHORTEST_RANDOM
        && hasLetter
        && (hasDigit || changesOfCase(text) >= text.length() * LEAST_CHANGES)
        && entropy(text) >= LEAST_BITS;
  }

  private static long changesOfCase(String text) {
    long changes = 0;
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      char here = text.charAt(i);
      boolean areLetters = Character.isLetter(before) && Character.isLetter(here);
      if (areLetters && Character.isUpperCase(before) != Character.isUpperCase(here)) {
        changes++;
      }
    }
    return changes;
  }

  /** Shannon's, in bits a character. */
  private static double entropy(String text) {
    Map<Integer, Integer> counts = new HashMap<>();
    text.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
    double bits = 0;
    for (int count : counts.values()) {
      double share = (double) count / text.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }

  /** A form that begins with a choice stands below each beginning. */
  private static Map<String, List<Pattern>> byBeginning(String forms) {
    Map<String, List<Pattern>> byBeginning = new HashMap<>();
    for (String form : forms.strip().split("\n")) {
      Pattern pattern = Pattern.compile(form);
      for (String beginning : beginnings(form)) {
        byBeginning.computeIfAbsent(beginning, key -> new ArrayList<>()).add(pattern);
      }
    }
    return Map.copyOf(byBeginning);
  }

  private static List<String> beginnings(String form) {
    if (!form.startsWith("(")) {
      return List.of(form.substring(0, 2));
    }
    return List.of(form.substring(1, form.indexOf(')')).split("\\|")).stream()
        .map(choice -> choice.substring(0, 2))
        .distinct()
        .toList();
  }
}
