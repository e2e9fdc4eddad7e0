package io.github.dockeraudit.mojo;

import io.github.dockeraudit.audit.Acceptance;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Policy;
import io.github.dockeraudit.config.Configuration;
import io.github.dockeraudit.config.Setting;
import io.github.dockeraudit.disk.Disk;
import io.github.dockeraudit.project.AuditException;
import io.github.dockeraudit.project.Module;
import io.github.dockeraudit.shellcheck.Program;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** What all goals share: which files, which rules, and how an audit that cannot be made is told. */
abstract class AbstractAuditMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private MojoExecution execution;

  /** Folder to audit; by default that of the module, and without a POM the current folder. */
  @Parameter(property = "docker-audit.basedir", defaultValue = "${basedir}")
  private File basedir;

  /**
   * Folder for the reports; by default {@code docker-audit} in the build directory of the module,
   * and without a POM in {@code target} below the audited folder.
   */
  @Parameter(property = "docker-audit.outputDirectory")
  private File outputDirectory;

  /** Skips every goal of this plugin. */
  @Parameter(property = "docker-audit.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Further files to audit, as patterns relative to the folder ({@code **}{@code
   * /images/*.docker}); a name that holds {@code compose} or ends in {@code .yml} or {@code .yaml}
   * is read as a compose file, every other one as a Dockerfile.
   */
  @Parameter(property = "docker-audit.includes")
  private List<String> includes;

  /** Files to leave out, as patterns relative to the folder ({@code samples/**}). */
  @Parameter(property = "docker-audit.excludes")
  private List<String> excludes;

  /** Rules that do not run: ids, names or aliases of other tools ({@code hadolint:DL3008}). */
  @Parameter(property = "docker-audit.skipRules")
  private List<String> skipRules;

  /**
   * The only rules to run, whatever the profile has: ids, names or aliases of other tools. On the
   * command line {@code -Ddocker-audit.rules=missing-user,DL3025} says the same.
   */
  @Parameter(property = "docker-audit.onlyRules")
  private List<String> onlyRules;

  /**
   * The rules to begin with: {@code recommended}, {@code strict} with what costs or hardens more
   * than most projects want, {@code all} with the matters of taste among them, or those of {@code
   * hadolint} or {@code buildkit}, as strict as these tools are. By default {@code recommended}.
   */
  @Parameter(property = "docker-audit.profile")
  private String profile;

  /**
   * What is said of single rules, each by an element with its id, name or alias: {@code off},
   * {@code on}, {@code error}, {@code warning} or {@code info}; or elements, of which {@code
   * severity} takes the same and the others are options of the rule. On the command line, and where
   * the text is no elements, it is a list: {@code missing-user=off,DL3008=warning}. There, rules
   * without a word after them are the only ones to run: {@code DL3025,add-for-plain-copy}.
   */
  @Parameter(property = "docker-audit.rules")
  private PlexusConfiguration rules;

  /**
   * The file that says how the audit is wanted: a path, from the audited folder or one above it up
   * to the one of the whole build, or a resource of the plugin's dependencies. By default the
   * nearest {@code .docker-audit.yml} there.
   */
  @Parameter(property = "docker-audit.configLocation")
  private String configLocation;

  /** Whether every suppression has to say its reason. By default {@code false}. */
  @Parameter(property = "docker-audit.requireReason")
  private String requireReason;

  /**
   * Whether the nearest {@code .hadolint.yaml} or {@code .hadolint.yml}, from the audited folder up
   * to that of the whole build, holds for the rules that hadolint has too. What our own
   * configuration says is stronger.
   */
  @Parameter(property = "docker-audit.readHadolint", defaultValue = "true")
  private boolean readHadolint;

  /** Whether comments of hadolint accept findings; by default {@code true}. */
  @Parameter(property = "docker-audit.hadolintComments")
  private String hadolintComments;

  /**
   * The file of findings that are known from before and fail no build, as {@code baseline} writes
   * it: a path from the audited folder or one above it. By default the nearest {@code
   * .docker-audit-baseline.json}; empty for none.
   */
  @Parameter(property = "docker-audit.baselineFile")
  private String baselineFile;

  /**
   * A git revision, like {@code origin/main}: what is found there already fails no build. Where
   * both have moved on, the revision that they have in common counts.
   */
  @Parameter(property = "docker-audit.ratchetFrom")
  private String ratchetFrom;

  /**
   * The day that ends of life are judged by, as {@code yyyy-mm-dd}; today by default. Set it to get
   * the same audit on any day.
   */
  @Parameter(property = "docker-audit.today")
  private String today;

  /**
   * Reports to write: {@code console}; into the output directory {@code json} ({@code audit.json}),
   * {@code markdown} ({@code audit.md}), {@code html} ({@code audit.html}), {@code sarif} ({@code
   * audit.sarif}), {@code junit} ({@code TEST-docker-audit.xml}), {@code checkstyle} ({@code
   * checkstyle.xml}) and {@code gitlab} ({@code gl-code-quality-report.json}); and {@code github}
   * for annotations in GitHub Actions, on standard output. The last five name files from the root
   * of the repository.
   */
  @Parameter(property = "docker-audit.formats", defaultValue = "console,json")
  private List<String> formats;

  /**
   * The {@code audit.json} of an earlier build to compare with: the log and the reports for people
   * then say what is new, what is gone and how marks moved. A relative path begins at the module.
   */
  @Parameter(property = "docker-audit.compareTo")
  private File compareTo;

  /**
   * The program ShellCheck, which reads the scripts in Dockerfiles: its absolute path, or its name
   * on the {@code PATH}; by default {@code shellcheck}, where that is there. {@code off} for none.
   */
  @Parameter(property = "docker-audit.shellcheck")
  private String shellcheck;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (isDoneElsewhere()) {
      return;
    }
    try {
      Flags.refuseOthers(execution);
      build().overrule(this);
      if (isSkipped()) {
        getLog().info("Skipping docker-audit");
      } else {
        run();
      }
    } catch (AuditException wrong) {
      throw new MojoExecutionException(wrong.getMessage(), wrong);
    }
  }

  final boolean isSkipped() {
    return skip || skipsThisGoal();
  }

  /** Whether another module of the build does the same for all, this one included. */
  boolean isDoneElsewhere() {
    return false;
  }

  /** Whether the module is the one that Maven was started for, or there is none. */
  final boolean isFirst() {
    return MavenBuild.isFirst(project, session);
  }

  /** Whether the parameter that skips this very goal is set. */
  abstract boolean skipsThisGoal();

  /** Whether there is nothing to do without a Dockerfile or a compose file. */
  boolean needsFiles() {
    return true;
  }

  /** Does with an audit what the goal is for. */
  abstract void conclude(Audit audit, Reports reports, Configuration configuration)
      throws MojoExecutionException, MojoFailureException;

  /** Whether findings that are known from there do not count. */
  boolean knows(Acceptance.Kind kind) {
    return true;
  }

  /** The modules to audit as one; empty for none but this one. */
  List<Module> modulesTogether() {
    return List.of();
  }

  /** The name of the folder for reports, unless a user names another. */
  String reportFolderName() {
    return "docker-audit";
  }

  /**
   * Whether the goal does nothing but tell of an audit, so that what it told last holds for as long
   * as nothing changes.
   */
  boolean mayRepeat() {
    return false;
  }

  /** The file beside the reports that keeps what the goal told last. */
  String memoryName() {
    return LastAudit.NAME;
  }

  /** Hands over the parameters that a file may set, too. */
  void describe(ParameterLayers parameters) {
    parameters.put(Setting.PROFILE, profile);
    parameters.put(Setting.INCLUDES, includes);
    parameters.put(Setting.EXCLUDES, excludes);
    parameters.put(Setting.REQUIRE_REASON, requireReason);
    parameters.put(Setting.HADOLINT_COMMENTS, hadolintComments);
    parameters.put(Setting.BASELINE_FILE, baselineFile);
    parameters.put(Setting.RATCHET_FROM, ratchetFrom);
    parameters.rules(rules, project.getProperties());
    parameters.choose(onlyRules);
    parameters.skip(skipRules);
  }

  /** Whether there is something to audit. */
  final boolean hasFiles() {
    Configuration configuration = wishes().configuration();
    return !AuditRun.discover(surroundings(), configuration, new Disk()).isEmpty();
  }

  private Wishes wishes() {
    ParameterLayers parameters = new ParameterLayers(build().userProperties());
    describe(parameters);
    return Wishes.of(parameters, build(), Optional.ofNullable(configLocation), readHadolint);
  }

  /** Which rules run, and how. */
  final Policy policy() {
    return AuditRun.policy(wishes().configuration(), AuditRun.loadRules());
  }

  /** Does what the goal is for. */
  void run() throws MojoExecutionException, MojoFailureException {
    new AuditRun(this, surroundings(), wishes()).run();
  }

  /** The report of an earlier build to compare with. */
  final Optional<File> compareTo() {
    return Optional.ofNullable(compareTo);
  }

  /** The baseline; empty if there is none. */
  final Optional<KnownFindings> knownFindings(Configuration configuration) {
    return KnownFindings.of(configuration, build(), new Disk());
  }

  /** The reports to write. */
  Set<ReportFormat> formats() {
    return formats("formats", formats);
  }

  static Set<ReportFormat> formats(String parameter, List<String> words) {
    Set<ReportFormat> chosen = EnumSet.noneOf(ReportFormat.class);
    listOf(words).forEach(word -> chosen.add(Choice.of(parameter, word, ReportFormat.class)));
    return chosen;
  }

  private Surroundings surroundings() {
    MavenBuild build = build();
    List<Module> together = modulesTogether();
    return new Surroundings(
        basedir.toPath(),
        build.folder().placeOf(basedir.toPath()),
        build.repository(),
        reportFolder(),
        build.model(),
        together.isEmpty() ? build.modulesBelow() : List.of(),
        together,
        day(),
        shellCheck(),
        build.hasColors(),
        build.command("fix"));
  }

  /** Whether a user wants no program to read scripts. */
  final boolean isShellcheckOff() {
    return shellcheck != null && shellcheck.strip().equalsIgnoreCase(Program.OFF);
  }

  private Optional<Program> shellCheck() {
    String path = System.getenv("PATH");
    return Program.find(shellcheck == null ? "" : shellcheck, path == null ? "" : path);
  }

  /** The build around. */
  final MavenBuild build() {
    return new MavenBuild(project, session, execution, basedir.toPath());
  }

  /** Where reports are written to. */
  Path reportFolder() {
    return outputDirectory == null
        ? build().reportFolder(reportFolderName())
        : outputDirectory.toPath();
  }

  private LocalDate day() {
    if (today == null || today.isBlank()) {
      return LocalDate.now(Clock.systemDefaultZone());
    }
    try {
      return LocalDate.parse(today.strip());
    } catch (DateTimeParseException noDate) {
      throw new AuditException("today is '%s'".formatted(today), "give a date such as 2026-11-22");
    }
  }

  /** Maven gives null for an empty element, and leaves the blanks around commas standing. */
  static List<String> listOf(List<String> values) {
    return values == null
        ? List.of()
        : values.stream()
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
  }
}
