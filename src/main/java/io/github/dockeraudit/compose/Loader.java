package io.github.dockeraudit.compose;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads, fills in and merges the files of one deployment. */
final class Loader {

  private final Environment environment;
  private final ComposeFiles others;
  private final List<ComposeFile> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  Loader(Environment environment, ComposeFiles others) {
    this.environment = environment;
    this.others = others;
  }

  Deployment load(List<Source> sources) {
    ComposeFile file = ComposeFile.parse(sources.get(0));
    files.add(file);
    file.yaml()
        .problems()
        .forEach(problem -> problems.add(new Problem(problem.range(), problem.message())));
    SourceRange all = file.source().range();
    Mapping root =
        file.yaml()
            .root()
            .map(new TreeBuilder()::build)
            .flatMap(Node::asMapping)
            .orElseGet(() -> new Mapping(all, all, Map.of()));
    return new Deployment(files, root, problems);
  }

  Environment environment() {
    return environment;
  }

  ComposeFiles others() {
    return others;
  }
}
