package io.github.dockeraudit.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.RuleFailure;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.dockerfile.Dockerfile;
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

  /** What the rule finds, in the order of a report. */
  List<Finding> findings(Rule rule) {
    return audit(rule).findings();
  }

  /** The findings as the console shows them, without their indentation; empty if there are none. */
  String report(Rule rule) {
    StringBuilder report = new StringBuilder();
    new ConsoleReporter(false)
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

  private Audit audit(Rule rule) {
    Audit audit = inProject(new Auditor(Ruleset.of(List.of(rule)))::audit);
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
        return question.apply(Discovery.of(folder).today(TODAY).discover());
      } finally {
        FileUtils.deleteDirectory(folder.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
