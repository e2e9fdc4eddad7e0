package io.github.dockeraudit.project;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.source.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was made of the texts of a project. A text that has not changed keeps its model, and so all
 * that was worked out for it.
 */
final class ParsedFiles {

  private final Map<Source, Dockerfile> dockerfiles = new HashMap<>();
  private final Map<Source, IgnoreFile> ignoreFiles = new HashMap<>();
  private final Map<Source, ScriptFile> scripts = new HashMap<>();

  /** Those of texts that stay as they are. */
  ParsedFiles without(Set<String> changed) {
    ParsedFiles kept = new ParsedFiles();
    keep(dockerfiles, kept.dockerfiles, changed);
    keep(ignoreFiles, kept.ignoreFiles, changed);
    keep(scripts, kept.scripts, changed);
    return kept;
  }

  private static <M> void keep(Map<Source, M> all, Map<Source, M> kept, Set<String> changed) {
    kept.putAll(all);
    kept.keySet().removeIf(source -> changed.contains(source.path()));
  }

  /**
   * A Dockerfile.
   *
   * @param parser reads it if nobody has
   */
  Dockerfile dockerfile(Source source, Function<Source, Dockerfile> parser) {
    return dockerfiles.computeIfAbsent(source, parser);
  }

  IgnoreFile ignoreFile(Source source) {
    return ignoreFiles.computeIfAbsent(source, IgnoreFile::parse);
  }

  /**
   * A script.
   *
   * @param isExecutable tells by the path whether someone may execute it
   */
  ScriptFile script(Source source, Predicate<String> isExecutable) {
    return scripts.computeIfAbsent(
        source, text -> new ScriptFile(text, isExecutable.test(text.path())));
  }
}
