package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.yaml.YamlMapping;
import io.github.dockeraudit.yaml.YamlNode;
import io.github.dockeraudit.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the files of one deployment in the order in which compose does: fill in variables, include,
 * extend, merge, validate.
 */
final class Loader {

  /** Most documents that one file may have; more than one is rare. */
  private static final int MOST_DOCUMENTS = 50;

  /** What is used up while reading: a file with nothing else is empty. */
  private static final Set<String> CONSUMED = Set.of("version", "include");

  private static final String PROJECT_NAME = "COMPOSE_PROJECT_NAME";

  private final Environment environment;
  private final ComposeFiles others;
  private final Problems problems = new Problems();
  private final Merger merger = new Merger(problems);
  private final Validator validator = new Validator(problems);
  private final DeploymentFiles files;
  private final Includer includer;
  private final Extender extender;

  private int documentsRead;

  Loader(Environment environment, ComposeFiles others) {
    this.environment = environment;
    this.others = others;
    this.files = new DeploymentFiles(others, problems);
    this.includer = new Includer(this, files, merger, problems);
    this.extender = new Extender(this, files, merger, problems);
  }

  Deployment load(List<ComposeFile> given) {
    String folder = Paths.folderOf(given.get(0).source().path());
    given.forEach(file -> files.take(file, folder));
    Mapping root = load(given, new Scope(folder, withProjectName(given, folder), List.of()));
    if (files.isComplete()) {
      checkWhole(root, given.get(0).source());
    }
    return new Deployment(
        files.filesRead(),
        root,
        problems.sorted(),
        files.folders(),
        changed -> reload(given, changed));
  }

  private Deployment reload(List<ComposeFile> given, Map<String, Source> changed) {
    ComposeFiles readAgain =
        path -> Optional.ofNullable(changed.get(path)).or(() -> others.read(path));
    return new Loader(environment, readAgain)
        .load(given.stream().map(file -> reread(file, changed)).toList());
  }

  private static ComposeFile reread(ComposeFile file, Map<String, Source> changed) {
    Source other = changed.get(file.source().path());
    return other == null ? file : ComposeFile.parse(other);
  }

  private void checkWhole(Mapping root, Source base) {
    boolean isEmpty = root.entries().stream().allMatch(e -> CONSUMED.contains(e.name()));
    if (isEmpty && problems.isEmpty()) {
      problems.report(base.range(0, 0), "The file is empty; declare services in it");
    }
    new Consistency(root, problems).check();
  }

  /** Compose sets the project's name for the files to use: what they say, or the folder's name. */
  private Environment withProjectName(List<ComposeFile> given, String folder) {
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    for (ComposeFile file : given) {
      name = nameIn(file).orElse(name);
    }
    String normal = Paths.projectName(name);
    return normal.isEmpty()
        ? environment
        : environment.and(Environment.of(Map.of(PROJECT_NAME, normal)));
  }

  private static Optional<String> nameIn(ComposeFile file) {
    return file.yaml().documents().stream()
        .filter(YamlMapping.class::isInstance)
        .flatMap(document -> ((YamlMapping) document).get("name").stream())
        .filter(YamlScalar.class::isInstance)
        .map(name -> ((YamlScalar) name).value())
        .filter(name -> name.indexOf('$') < 0)
        .reduce((first, last) -> last);
  }

  /** The files merged one over the other, with what they include and extend. */
  Mapping load(List<ComposeFile> sources, Scope scope) {
    SourceRange all = sources.get(0).source().range();
    Mapping merged = new Mapping(all, all, MergeTag.NONE, Map.of());
    for (ComposeFile source : sources) {
      String path = source.source().path();
      for (Mapping document : documents(source, scope.environment())) {
        Mapping whole = extender.extend(includer.include(document, path, scope), path, scope);
        merged = Merger.withoutRepeats(merger.mergeFiles(merged, whole));
        if (isTooMuch(merged, document)) {
          return merged;
        }
        if (files.isComplete()) {
          validator.check(merged);
        }
      }
    }
    return merged;
  }

  /** Only what is read again and again counts: one document may be as large as files may be. */
  private boolean isTooMuch(Mapping tree, Node place) {
    return documentsRead > 1 && merger.isTooMuch(tree, place);
  }

  /** The documents of a file merged one over the other, without what they include and extend. */
  Optional<Mapping> mergedDocuments(ComposeFile file, Environment variables) {
    Mapping merged = null;
    for (Mapping document : documents(file, variables)) {
      merged = merged == null ? document : merger.mergeFiles(merged, document);
    }
    return Optional.ofNullable(merged);
  }

  private List<Mapping> documents(ComposeFile file, Environment variables) {
    TreeBuilder builder = new TreeBuilder(variables, problems);
    List<Mapping> documents = new ArrayList<>();
    for (YamlNode document : merger.isExhausted() ? List.<YamlNode>of() : file.yaml().documents()) {
      if (documents.size() == MOST_DOCUMENTS) {
        problems.report(
            document.site(), "More than %s documents; split the file".formatted(MOST_DOCUMENTS));
        break;
      }
      if (document instanceof YamlMapping) {
        Mapping built = (Mapping) builder.build(document);
        documentsRead++;
        if (isTooMuch(built, built)) {
          break;
        }
        documents.add(built);
      } else {
        problems.report(
            document.site(), "A compose file must be a mapping; begin with 'services:'");
      }
    }
    return documents;
  }
}
