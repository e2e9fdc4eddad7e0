package io.github.dockeraudit.facts;

import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.DotEnv;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Element;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Label;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Problem;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.facts.SecretText.Hit;
import io.github.dockeraudit.facts.SecretText.Kind;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptFile;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.YamlEntry;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import io.github.dockeraudit.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the texts of a project that no report may show, whichever rules run.
 *
 * <p>Where it is not certain that a text is a secret, it is taken for one. A reference such as
 * <code>${PASSWORD}</code> is none, but its default is.
 */
public final class SecretValues {

  private static final Fact<Project, List<SourceRange>> OF_PROJECT = Fact.of(SecretValues::find);

  /** The files that hold any. */
  private static final Fact<Project, Set<Source>> FILES =
      Fact.of(project -> in(project).stream().map(SourceRange::source).collect(Collectors.toSet()));

  /** Where Docker finds fault with a file. */
  private static final Fact<Dockerfile, NavigableSet<SourceRange>> PROBLEMS =
      Fact.of(
          file ->
              file.problems().stream()
                  .map(Problem::range)
                  .collect(Collectors.toCollection(TreeSet::new)));

  private final Set<SourceRange> hidden = new HashSet<>();

  private SecretValues() {}

  /**
   * The texts in Dockerfiles, compose files, scripts and files that set variables, in the order of
   * files and places; none is empty and no two overlap.
   */
  public static List<SourceRange> in(Project project) {
    return OF_PROJECT.about(project);
  }

  private static List<SourceRange> find(Project project) {
    SecretValues values = new SecretValues();
    project.dockerfiles().forEach(values::readDockerfile);
    project.envFiles().forEach(values::readVariables);
    project.scripts().stream().map(ScriptFile::source).forEach(values::readLines);
    project.deployments().stream()
        .map(Deployment::files)
        .flatMap(List::stream)
        .distinct()
        .forEach(values::readCompose);
    return values.merged();
  }

  /**
   * The texts in a file that is about to change, by what it is in the project or would be by its
   * name; in the order of places.
   *
   * @param after the file as it will be
   */
  public static List<SourceRange> in(Project project, Source after) {
    SecretValues values = new SecretValues();
    if (!staysWithout(project, after)) {
      values.read(project, after);
    }
    values.hidden.addAll(HiddenTexts.in(after, project));
    return values.merged();
  }

  /** Whether the file has no secret now, and nothing in it will look like the name of one. */
  private static boolean staysWithout(Project project, Source after) {
    return project
            .text(after.path())
            .filter(before -> !FILES.about(project).contains(before))
            .isPresent()
        && SecretHints.in(after).isEmpty();
  }

  private void read(Project project, Source after) {
    String name = Paths.name(after.path());
    if (project.dockerfile(after.path()).isPresent()) {
      readDockerfile(Dockerfile.parse(after));
    } else if (isCompose(project, after.path())) {
      readCompose(ComposeFile.parse(after));
    } else if (name.startsWith(".env") || name.endsWith(".env")) {
      readVariables(DotEnv.parse(after));
    } else {
      readLines(after);
    }
  }

  private static boolean isCompose(Project project, String path) {
    return path.endsWith(".yml")
        || path.endsWith(".yaml")
        || project.composeSources().anyMatch(source -> source.path().equals(path));
  }

  private void readDockerfile(Dockerfile file) {
    for (Element element : file.elements()) {
      readText(element.range());
      if (element instanceof Instruction instruction) {
        readAssignments(instruction, file);
      }
    }
    CommandSecrets.in(file).forEach(this::hide);
    UnnamedSecrets.in(file.source()).forEach(this::hide);
  }

  private void readAssignments(Instruction instruction, Dockerfile file) {
    for (Assignment assignment : assignments(instruction)) {
      if (Secrets.isSecret(assignment.name().text())) {
        assignment
            .value()
            .map(Word::range)
            .map(value -> isMalformed(instruction, file) ? toEnd(value, instruction) : value)
            .ifPresent(this::hide);
      }
    }
  }

  /**
   * Whether the words may be parted otherwise than their author meant: then a value that is meant
   * to hold blanks goes on to the end.
   */
  private static boolean isMalformed(Instruction instruction, Dockerfile file) {
    SourceRange range = instruction.range();
    SourceRange first =
        PROBLEMS.about(file).ceiling(range.source().range(range.start(), range.start()));
    return first != null && range.contains(first);
  }

  private static SourceRange toEnd(SourceRange value, Instruction instruction) {
    SourceRange whole = instruction.range();
    return value.union(whole.source().range(value.end(), whole.end()));
  }

  private static List<Assignment> assignments(Instruction instruction) {
    if (instruction instanceof Env env) {
      return env.assignments();
    }
    if (instruction instanceof Arg arg) {
      return arg.assignments();
    }
    if (instruction instanceof Label label) {
      return label.assignments();
    }
    return instruction instanceof Onbuild onbuild ? assignments(onbuild.trigger()) : List.of();
  }

  private void readVariables(DotEnv file) {
    readLines(file.source());
    for (DotEnv.Variable variable : file.variables()) {
      if (Secrets.isSecret(variable.name())) {
        hide(variable.valueRange());
      }
    }
  }

  private void readCompose(ComposeFile file) {
    SecretHints hints = readLines(file.source());
    for (YamlNode document : file.yaml().documents()) {
      readNode(document, hints);
    }
  }

  /** What stands here by an alias is read where its anchor stands. */
  private void readNode(YamlNode node, SecretHints hints) {
    if (node.isAlias()) {
      return;
    }
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        if (entry.mergedAt().isEmpty()) {
          readEntry(entry, hints);
        }
      }
    } else if (node instanceof YamlSequence sequence) {
      readSequence(sequence, hints);
    } else {
      readText(node.range(), hints);
    }
  }

  private void readEntry(YamlEntry entry, SecretHints hints) {
    if (entry.value() instanceof YamlScalar && Secrets.isSecret(entry.key().value())) {
      hide(entry.value().range());
    } else {
      readNode(entry.value(), hints);
    }
  }

  /** The words of a command may be one item each. */
  private void readSequence(YamlSequence sequence, SecretHints hints) {
    if (sequence.items().stream().allMatch(YamlScalar.class::isInstance)) {
      readText(sequence.range(), hints);
    }
    for (YamlNode item : sequence.items()) {
      readItem(item, hints);
    }
  }

  /** In {@code - NAME=value} the value may hold spaces, which end it in other text. */
  private void readItem(YamlNode item, SecretHints hints) {
    SourceRange range = item.range();
    int equals = item instanceof YamlScalar ? range.text().indexOf('=') : -1;
    if (equals > 0 && Secrets.isSecret(unquoted(range.text().substring(0, equals)))) {
      hide(range.source().range(range.start() + equals + 1, range.end()));
    } else {
      readNode(item, hints);
    }
  }

  private static String unquoted(String name) {
    return name.replace("\"", "").replace("'", "");
  }

  /** Comments too, and what stands behind an error; returns what made it look closer. */
  private SecretHints readLines(Source source) {
    SecretHints hints = SecretHints.in(source);
    for (int line = 1; line <= source.lineCount(); line++) {
      readText(source.line(line), hints);
    }
    UnnamedSecrets.in(source).forEach(this::hide);
    return hints;
  }

  private void readText(SourceRange text, SecretHints hints) {
    if (hints.areIn(text)) {
      readText(text);
    }
  }

  private void readText(SourceRange text) {
    for (Hit hit : SecretText.in(text)) {
      if (hit.kind() == Kind.TOKEN) {
        hidden.add(hit.value());
      } else {
        hide(hit.value());
      }
    }
  }

  /** Hides a value but for the references in it, unless it is one as a whole or says nothing. */
  private void hide(SourceRange value) {
    SourceRange text = Literals.trimmed(value);
    SecretValue kind = SecretValue.of(text.text());
    boolean isPartOfReference = kind == SecretValue.REFERENCE && text.text().indexOf('$') < 0;
    if (kind != SecretValue.NOT_SECRET && !isPartOfReference) {
      hidden.addAll(Literals.in(text));
    }
  }

  private List<SourceRange> merged() {
    List<SourceRange> merged = new ArrayList<>();
    for (SourceRange range : hidden.stream().sorted().toList()) {
      int last = merged.size() - 1;
      if (last >= 0 && overlap(merged.get(last), range)) {
        merged.set(last, merged.get(last).union(range));
      } else if (!range.isEmpty()) {
        merged.add(range);
      }
    }
    return List.copyOf(merged);
  }

  private static boolean overlap(SourceRange one, SourceRange next) {
    return one.source() == next.source() && next.start() <= one.end();
  }
}
