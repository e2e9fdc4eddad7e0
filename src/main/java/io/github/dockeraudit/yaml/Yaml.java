package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Optional;

/** What one YAML file says, and what is wrong with it. */
public final class Yaml {

  private final Source source;
  private final List<YamlNode> documents;
  private final List<YamlProblem> problems;

  Yaml(Source source, List<YamlNode> documents, List<YamlProblem> problems) {
    this.source = source;
    this.documents = List.copyOf(documents);
    this.problems = List.copyOf(problems);
  }

  /** Reads a file of any content. After a syntax error the documents hold what stands before it. */
  public static Yaml parse(Source source) {
    return new YamlComposer(source).compose();
  }

  /** The file. */
  public Source source() {
    return source;
  }

  /** The root nodes of the documents in the file; empty for a file of comments or nothing. */
  public List<YamlNode> documents() {
    return documents;
  }

  /** The root node of the first document. */
  public Optional<YamlNode> root() {
    return documents.stream().findFirst();
  }

  /**
   * The way to a place: to the entry whose key it is or lies in, or else to the innermost node that
   * holds it. Empty if nothing stands there.
   */
  public Optional<YamlPath> path(SourceRange place) {
    return documents.stream().flatMap(root -> YamlPath.to(place, root).stream()).findFirst();
  }

  /** Everything wrong with the file, in its order; empty if it could be read as it is. */
  public List<YamlProblem> problems() {
    return problems;
  }

  @Override
  public String toString() {
    return source.path();
  }
}
