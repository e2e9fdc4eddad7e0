package io.github.dockeraudit.conformance;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.audit.Profile;
import io.github.dockeraudit.audit.RuleSelection;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Environment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.source.Position;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads paths from standard input, audits each file by itself and prints one line of JSON for it,
 * so that our findings can be compared with those of other tools. The first argument is the profile
 * of rules; a second one, if given, is the day of the audit as {@code yyyy-mm-dd}.
 */
public final class AuditFiles {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Auditor auditor;
  private final LocalDate today;

  private AuditFiles(Profile profile, LocalDate today) {
    Ruleset all = Ruleset.load(Rule.class.getClassLoader());
    this.auditor = new Auditor(new RuleSelection(profile, List.of()).from(all));
    this.today = today;
  }

  /** Prints one line a file; {@code arguments} is the name of a profile, and a day. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0 || arguments.length > 2) {
      System.err.println("Usage: AuditFiles recommended|strict|all|hadolint|buildkit [yyyy-mm-dd]");
      System.exit(2);
      return;
    }
    AuditFiles audits =
        new AuditFiles(
            Profile.valueOf(arguments[0].toUpperCase(Locale.ROOT)),
            arguments.length == 1 ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(arguments[1]));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader paths =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = paths.readLine(); path != null; path = paths.readLine()) {
      out.println(audits.line(path));
    }
    out.flush();
  }

  private String line(String path) throws IOException {
    Audit audit = auditor.audit(project(Path.of(path)));
    if (!audit.failures().isEmpty()) {
      throw new IllegalStateException(
          audit.failures().get(0).rule().id() + " broke down on " + path,
          audit.failures().get(0).cause());
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", path);
    line.put(
        "findings",
        audit.findings().stream().map(finding -> describe(finding, audit.project())).toList());
    return GSON.toJson(line);
  }

  private Project project(Path path) throws IOException {
    String name = path.getFileName().toString();
    if (!name.endsWith(".yml") && !name.endsWith(".yaml")) {
      Source source = Source.of(path.toString(), Files.readAllBytes(path));
      return Project.of(Dockerfile.parse(source), today);
    }
    Path folder = path.toAbsolutePath().getParent();
    List<Source> sources = List.of(Source.of(name, Files.readAllBytes(path)));
    return Project.of(
        Deployment.load(sources, Environment.empty(), other -> read(folder, other)), today);
  }

  private static Optional<Source> read(Path folder, String path) {
    try {
      Path file = folder.resolve(path);
      return Files.isRegularFile(file)
          ? Optional.of(Source.of(path, Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> describe(Finding finding, Project project) {
    Position from = finding.range().from();
    Position to = finding.range().to();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("rule", finding.rule().id());
    line.put("name", finding.rule().name());
    line.put("aliases", finding.aliases());
    line.put("severity", finding.severity().label());
    line.put("file", finding.range().source().path());
    line.put("line", from.line());
    line.put("column", from.column());
    line.put("endLine", to.line());
    line.put("endColumn", to.column());
    line.put("message", finding.message());
    line.put("instructionLine", instructionLine(finding.range(), project));
    return line;
  }

  /** The first line of the instruction that holds a range; its own first line in other files. */
  private static int instructionLine(SourceRange range, Project project) {
    return project.dockerfiles().stream()
        .filter(file -> file.source() == range.source())
        .findFirst()
        .flatMap(file -> file.instructionAt(range.start()))
        .map(instruction -> instruction.startLine())
        .orElse(range.from().line());
  }
}
