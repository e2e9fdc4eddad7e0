package io.github.dockeraudit.rule;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Everything that is ever said about a rule: reports, documentation and the configuration take it
 * from here.
 *
 * @param id {@code DA}, or two to eight other letters for a rule that is not ours, and four digits:
 *     subject, category, number; never reused. Or a code of ShellCheck, which a rule passes on
 * @param name the fault in kebab case, so that it reads after "allow": {@code missing-user}
 * @param severity the severity of its findings unless a user sets another
 * @param enabled whether it runs unless a user says otherwise
 * @param summary the fault in one line, without a full stop
 * @param why what it costs and when it matters, in Markdown
 * @param bad an example that the rule must report
 * @param good the same example without the fault, which the rule must not report
 * @param fix what it promises about fixes
 * @param options what users can set
 * @param aliases ids of the same check in other tools, as {@code tool:id}
 * @param references where the facts behind it are written down
 * @param since the first version that has the rule; of one that is not ours, whatever it says
 */
public record RuleInfo(
    String id,
    String name,
    Severity severity,
    boolean enabled,
    String summary,
    String why,
    String bad,
    String good,
    FixPromise fix,
    List<Option> options,
    List<String> aliases,
    List<URI> references,
    String since) {

  /** The version since which a rule of ours is there that does not say otherwise: our first one. */
  private static final String FIRST_VERSION = "1.0.0";

  /** What stands there of a rule that is not ours. */
  private static final String OWN = "own";

  private static final Pattern OURS = Pattern.compile("(DA|SC)\\d{4}");

  private static final Pattern ID = Pattern.compile("[A-Z]{2,8}[1-4][0-5]\\d\\d|SC\\d{4}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /**
   * @throws IllegalArgumentException if the id or the name is not of its form
   */
  public RuleInfo {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("'%s' is not an id such as DA1103".formatted(id));
    }
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'%s' is not a name such as missing-user".formatted(name));
    }
    Objects.requireNonNull(severity);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(why);
    Objects.requireNonNull(bad);
    Objects.requireNonNull(good);
    Objects.requireNonNull(fix);
    Objects.requireNonNull(since);
    options = List.copyOf(options);
    aliases = List.copyOf(aliases);
    references = List.copyOf(references);
  }

  /**
   * Describes a rule on what breaks or exposes the running container, see {@link Rule#describe}.
   */
  public static Builder error(String id, String name) {
    return rule(Severity.ERROR, id, name);
  }

  /** Describes a rule on what costs time, space or somebody's patience. */
  public static Builder warning(String id, String name) {
    return rule(Severity.WARNING, id, name);
  }

  /** Describes a rule on what is worth knowing. */
  public static Builder info(String id, String name) {
    return rule(Severity.INFO, id, name);
  }

  /** Describes a rule whose severity is only known when it is read; parameters as the parts. */
  public static Builder rule(Severity severity, String id, String name) {
    return new Builder(severity, id, name);
  }

  /** A description that comes to the same value. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** What the rule speaks of. */
  public Subject subject() {
    return Subject.ofId(id);
  }

  /** What the rule protects. */
  public Category category() {
    return Category.ofId(id);
  }

  /**
   * Whether {@code label} is the id, the name or one of the aliases, with or without its tool,
   * whatever its case.
   */
  public boolean isCalled(String label) {
    return id.equalsIgnoreCase(label)
        || name.equalsIgnoreCase(label)
        || aliases.stream().anyMatch(alias -> isAlias(label, alias));
  }

  /**
   * Whether {@code label} is one of the many codes that the rule speaks for, with or without its
   * tool, whatever its case: an alias ends with an asterisk, as in {@code shellcheck:SC*}.
   */
  public boolean speaksFor(String label) {
    return !isCalled(label) && aliases.stream().anyMatch(alias -> isCode(label, alias));
  }

  /** Whether it reports the codes of a tool, see {@link #speaksFor}. */
  public boolean speaksForMany() {
    return aliases.stream().anyMatch(alias -> alias.endsWith("*"));
  }

  private static boolean isCode(String label, String alias) {
    if (!alias.endsWith("*")) {
      return false;
    }
    String beginning = alias.substring(0, alias.length() - 1);
    String code = beginning.substring(beginning.indexOf(':') + 1);
    return begins(label, beginning) || begins(label, code);
  }

  private static boolean begins(String label, String beginning) {
    return label.regionMatches(true, 0, beginning, 0, beginning.length())
        && label.length() > beginning.length()
        && label.substring(beginning.length()).chars().allMatch(Character::isDigit);
  }

  private static boolean isAlias(String label, String alias) {
    return label.equalsIgnoreCase(alias)
        || label.equalsIgnoreCase(alias.substring(alias.indexOf(':') + 1));
  }

  /** Puts a {@link RuleInfo} together. */
  public static final class Builder {

    private final Severity severity;
    private final String id;
    private final String name;
    private boolean enabled = true;
    private String summary = "";
    private String why = "";
    private String bad = "";
    private String good = "";
    private FixPromise fix = FixPromise.NEVER;
    private final List<Option> options = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();
    private final List<URI> references = new ArrayList<>();
    private String since;

    private Builder(RuleInfo info) {
      this(info.severity, info.id, info.name);
      enabled = info.enabled;
      summary = info.summary;
      why = info.why;
      bad = info.bad;
      good = info.good;
      fix = info.fix;
      options.addAll(info.options);
      aliases.addAll(info.aliases);
      references.addAll(info.references);
      since = info.since;
    }

    private Builder(Severity severity, String id, String name) {
      this.severity = severity;
      this.id = id;
      this.name = name;
      this.since = OURS.matcher(id).matches() ? FIRST_VERSION : OWN;
    }

    /** The rule runs only where a user asks for it. */
    public Builder offByDefault() {
      enabled = false;
      return this;
    }

    /** The fault in one line, without a full stop. */
    public Builder summary(String value) {
      summary = value;
      return this;
    }

    /** What it costs and when it matters, in Markdown. */
    public Builder why(String value) {
      why = value;
      return this;
    }

    /**
     * An example that the rule must report. One of several files puts {@code ==> path <==} on a
     * line of its own before each of them.
     */
    public Builder bad(String value) {
      bad = value;
      return this;
    }

    /** The same example without the fault. */
    public Builder good(String value) {
      good = value;
      return this;
    }

    /**
     * Every finding carries a fix; none does if neither this nor {@link #fixedSometimes} is called.
     */
    public Builder fixedAlways() {
      fix = FixPromise.ALWAYS;
      return this;
    }

    /** Some findings carry a fix; the bad example is one of them. */
    public Builder fixedSometimes() {
      fix = FixPromise.SOMETIMES;
      return this;
    }

    /** Adds something that users can set; parameters as in {@link Option}. */
    public Builder option(String name, Option.Type type, String byDefault, String description) {
      options.add(new Option(name, type, byDefault, description));
      return this;
    }

    /** Adds something that users can turn on and that is off by default. */
    public Builder flag(String name, String description) {
      return option(name, Option.Type.FLAG, "false", description);
    }

    /** Adds a whole number that users can set. */
    public Builder number(String name, int byDefault, String description) {
      return option(name, Option.Type.NUMBER, Integer.toString(byDefault), description);
    }

    /** Adds a text that users can set. */
    public Builder text(String name, String byDefault, String description) {
      return option(name, Option.Type.TEXT, byDefault, description);
    }

    /** Adds a list of texts that users can set; its default as they would write it, with commas. */
    public Builder list(String name, String byDefault, String description) {
      return option(name, Option.Type.LIST, byDefault, description);
    }

    /** Adds ids of the same check in other tools, as {@code tool:id}. */
    public Builder aliases(String... values) {
      aliases.addAll(List.of(values));
      return this;
    }

    /** Adds a check of BuildKit, and those of tally and dockadvisor that are named after it. */
    public Builder buildkit(String check) {
      return aliases("buildkit:" + check, "tally:buildkit/" + check, "dockadvisor:" + check);
    }

    /** Adds many ids of one other tool, parted by white space. */
    public Builder aliasesOf(String tool, String ids) {
      for (String id : ids.strip().split("\\s+")) {
        aliases.add(tool + ":" + id);
      }
      return this;
    }

    /** Adds addresses at which the facts behind the rule are written down. */
    public Builder references(String... values) {
      for (String address : values) {
        references.add(URI.create(address));
      }
      return this;
    }

    /**
     * The first version that has the rule; if never called 1.0.0, and {@code own} of a rule that is
     * not ours.
     */
    public Builder since(String version) {
      since = version;
      return this;
    }

    /**
     * The description as it stands.
     *
     * @throws IllegalArgumentException if the id or the name is not of its form
     */
    public RuleInfo build() {
      return new RuleInfo(
          id,
          name,
          severity,
          enabled,
          summary,
          why,
          bad,
          good,
          fix,
          options,
          aliases,
          references,
          since);
    }
  }
}
