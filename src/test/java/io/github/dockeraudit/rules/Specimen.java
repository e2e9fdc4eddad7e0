package io.github.dockeraudit.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.RuleFailure;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.fix.FileChange;
import io.github.dockeraudit.fix.FixFailure;
import io.github.dockeraudit.fix.FixLevel;
import io.github.dockeraudit.fix.Fixed;
import io.github.dockeraudit.fix.Fixer;
import io.github.dockeraudit.mojo.Poms;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.report.ConsoleReporter;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Subject;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** The files that a rule is tried on: one file, which is a project of its own, or a folder. */
final class Specimen {

  /** The day of all audits of specimens. */
  static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

  /** What the console puts before the findings of a file. */
  private static final String INDENTATION = "  ";

  private static final Pattern HEADER = Pattern.compile("(?m)^==> (\\S+) <==\\R");
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  /** One character a byte, so that text of any encoding can be changed and stays what it is. */
  private final SortedMap<String, String> files;

  private final boolean isFolder;

  private Specimen(SortedMap<String, String> files, boolean isFolder) {
    this.files = files;
    this.isFolder = isFolder;
  }

  /** A file, or all that a folder holds. */
  static Specimen at(Path fileOrFolder) throws IOException {
    boolean isFolder = Files.isDirectory(fileOrFolder);
    Path base = isFolder ? fileOrFolder : fileOrFolder.getParent();
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(fileOrFolder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            base.relativize(path).toString().replace('\\', '/'),
            Files.readString(path, ISO_8859_1));
      }
    }
    return new Specimen(files, isFolder);
  }

  /**
   * The files of an example in the documentation: each after a line {@code ==> path <==}; without
   * such a line it is one file of the kind that the rule speaks of.
   */
  static Specimen ofExample(String example, Subject subject) {
    String text = new String(example.getBytes(UTF_8), ISO_8859_1);
    SortedMap<String, String> files = new TreeMap<>();
    Matcher header = HEADER.matcher(text);
    String path = subject == Subject.COMPOSE ? "compose.yaml" : "Dockerfile";
    int start = 0;
    while (header.find()) {
      files.put(path, text.substring(start, header.start()));
      path = header.group(1);
      start = header.end();
    }
    boolean isFolder = start > 0;
    files.put(path, text.substring(start));
    files.values().removeIf(String::isEmpty);
    return new Specimen(files, isFolder);
  }

  /** The same files with their texts changed, in which a character stands for a byte. */
  Specimen with(UnaryOperator<String> change) {
    SortedMap<String, String> changed = new TreeMap<>();
    files.forEach((path, text) -> changed.put(path, change.apply(text)));
    return new Specimen(changed, isFolder);
  }

  /** The same files, each beginning with a byte order mark. */
  Specimen withByteOrderMark() {
    return with(BYTE_ORDER_MARK::concat);
  }

  /** The same files without the byte order marks that they begin with. */
  Specimen withoutByteOrderMark() {
    return with(text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(3) : text);
  }

  /** The same files, each ending with a line feed. */
  Specimen withFinalNewlines() {
    return with(text -> text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
  }

  /** What the rule finds, in the order of a report. */
  List<Finding> findings(Rule rule) {
    return audit(rule).findings();
  }

  /** The findings as the console shows them, without their indentation; empty if there are none. */
  String report(Rule rule) {
    StringBuilder report = new StringBuilder();
    new ConsoleReporter(false, "mvn docker-audit:fix")
        .printFindings(
            audit(rule),
            (severity, line) -> {
              if (line.startsWith(INDENTATION)) {
                boolean isExcerpt = line.startsWith(INDENTATION + " ");
                report.append(isExcerpt ? line : line.substring(INDENTATION.length())).append('\n');
              }
            });
    return report.toString();
  }

  /**
   * The same files after all fixes of the rule.
   *
   * @throws IllegalStateException if a fix does not hold
   */
  Specimen fixed(Rule rule) {
    return fixed(rule, FixLevel.RISKY);
  }

  /** The same files after the fixes of the rule up to a level. */
  Specimen fixed(Rule rule, FixLevel level) {
    return inProject(
        project -> {
          Fixed fixed = new Fixer(level).fix(audit(project, List.of(rule)));
          for (FixFailure failure : fixed.failures()) {
            throw new IllegalStateException(failure.toString());
          }
          SortedMap<String, String> after = new TreeMap<>(files);
          for (FileChange change : fixed.changes()) {
            after.put(change.path(), new String(change.after().bytes(), ISO_8859_1));
          }
          return new Specimen(after, isFolder);
        });
  }

  /** What differs from an earlier state: a lone file as it is, of a folder each after its name. */
  String changesSince(Specimen before) {
    StringBuilder changes = new StringBuilder();
    files.forEach(
        (path, text) -> {
          if (!text.equals(before.files.get(path))) {
            changes.append(isFolder ? "==> %s <==\n".formatted(path) : "").append(text);
          }
        });
    return new String(changes.toString().getBytes(ISO_8859_1), UTF_8);
  }

  /** The names and severities of all that these rules find, whatever the place. */
  List<String> findings(Ruleset rules) {
    return inProject(project -> audit(project, rules.rules())).findings().stream()
        .map(finding -> finding.rule().name())
        .sorted()
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Specimen specimen && files.equals(specimen.files);
  }

  @Override
  public int hashCode() {
    return files.hashCode();
  }

  /** All files, each after its name. */
  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    files.forEach((path, text) -> all.append("==> %s <==\n".formatted(path)).append(text));
    return all.toString();
  }

  private Audit audit(Rule rule) {
    return inProject(project -> audit(project, List.of(rule)));
  }

  private static Audit audit(Project project, List<Rule> rules) {
    Audit audit = Auditor.mended(new Auditor(Ruleset.of(rules)).audit(project));
    for (RuleFailure failure : audit.failures()) {
      throw new IllegalStateException(failure.path(), failure.cause());
    }
    return audit;
  }

  /** The Dockerfiles among the files. */
  List<Dockerfile> dockerfiles() {
    return inProject(Project::dockerfiles);
  }

  private <T> T inProject(Function<Project, T> question) {
    if (isFolder) {
      return inFolder(question);
    }
    Map.Entry<String, String> file = files.entrySet().iterator().next();
    Source source = Source.of(file.getKey(), file.getValue().getBytes(ISO_8859_1));
    return question.apply(
        source.path().endsWith(".yaml")
            ? Project.of(Deployment.load(source), TODAY)
            : Project.of(Dockerfile.parse(source), TODAY));
  }

  private <T> T inFolder(Function<Project, T> question) {
    try {
      Path folder = Files.createTempDirectory("specimen");
      try {
        for (Map.Entry<String, String> file : files.entrySet()) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          Files.writeString(path, file.getValue(), ISO_8859_1);
        }
        Discovery discovery = Discovery.of(folder).today(TODAY);
        Poms.model(folder).ifPresent(discovery::maven);
        return question.apply(discovery.discover());
      } finally {
        FileUtils.deleteDirectory(folder.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
