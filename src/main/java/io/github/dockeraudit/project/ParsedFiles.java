package io.github.dockeraudit.project;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.source.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was made of the texts of a project. A text that has not changed keeps its model, and so all
 * that was worked out for it.
 */
final class ParsedFiles {

  private final Map<Source, Dockerfile> dockerfiles = new ConcurrentHashMap<>();
  private final Map<Source, IgnoreFile> ignoreFiles = new HashMap<>();
  private final Map<Source, ScriptFile> scripts = new HashMap<>();

  /** By folder. */
  private final Map<String, List<DeveloperCommand>> commands = new HashMap<>();

  /** Those of texts that stay as they are. */
  ParsedFiles without(Set<String> changed) {
    ParsedFiles kept = new ParsedFiles();
    keep(dockerfiles, kept.dockerfiles, changed);
    keep(ignoreFiles, kept.ignoreFiles, changed);
    keep(scripts, kept.scripts, changed);
    kept.commands.putAll(commands);
    changed.forEach(path -> kept.commands.remove(Paths.parent(path)));
    return kept;
  }

  private static <M> void keep(Map<Source, M> all, Map<Source, M> kept, Set<String> changed) {
    kept.putAll(all);
    kept.keySet().removeIf(source -> changed.contains(source.path()));
  }

  /** Reads Dockerfiles on all cores. */
  void dockerfiles(List<Source> sources, Function<Source, Dockerfile> parser) {
    if (sources.size() > 1) {
      sources.parallelStream().forEach(source -> dockerfile(source, parser));
    }
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
   * What the files of a folder offer.
   *
   * @param reader looks for them if nobody has
   */
  List<DeveloperCommand> commands(
      String folder, Function<String, Stream<DeveloperCommand>> reader) {
    return commands.computeIfAbsent(folder, one -> reader.apply(one).toList());
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
