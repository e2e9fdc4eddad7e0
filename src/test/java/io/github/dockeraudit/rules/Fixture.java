package io.github.dockeraudit.rules;

import io.github.dockeraudit.rule.Options;
import io.github.dockeraudit.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One case of a rule: a Dockerfile, a compose file or a folder in {@code
 * src/test/resources/rules/<rule>/}.
 *
 * <p>Beside it stand, if they are needed, {@code <case>.findings}, what the rule says of it (absent
 * where it says nothing), {@code <case>.fixed}, what its fixes make of it (absent where they change
 * nothing), and {@code <case>.options}, the options that it is tried with, as {@code name=value}
 * lines in which a comma parts the items of a list.
 */
record Fixture(Path path) {

  static final Path FOLDER = Path.of("src", "test", "resources", "rules");

  private static final List<String> SUFFIXES = List.of(".findings", ".fixed", ".options");

  /** The folders of all rules, in the order of their names. */
  static List<Path> folders() {
    return list(FOLDER, Files::isDirectory);
  }

  /** The folder of a rule. */
  static Path folder(Rule rule) {
    return FOLDER.resolve(rule.info().name());
  }

  /** The cases of a rule, in the order of their names; none if it has no folder. */
  static List<Fixture> of(Rule rule) {
    return in(folder(rule));
  }

  /** The cases in a folder, in the order of their names; none if there is no such folder. */
  static List<Fixture> in(Path folder) {
    return list(folder, path -> !isCompanion(path)).stream().map(Fixture::new).toList();
  }

  /** The files of a folder that stand beside a case which is not there. */
  static List<Path> orphans(Path folder) {
    return list(folder, path -> isCompanion(path) && !Files.exists(caseOf(path)));
  }

  /** The name of the case in the folder of its rule. */
  String name() {
    return path.getFileName().toString();
  }

  /** What the rule must say; the file is absent where it must say nothing. */
  Path golden() {
    return companion(".findings");
  }

  /** What the fixes of the rule must make of it; absent where they must change nothing. */
  Path fixedGolden() {
    return companion(".fixed");
  }

  /** The files of the case. */
  Specimen specimen() {
    try {
      return Specimen.at(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rule with the options of this case. */
  Rule configured(Rule rule) {
    Map<String, List<String>> options = options();
    return options.isEmpty() ? rule : rule.with(Options.of(options));
  }

  /** The options of this case by name; none if it has no such file. */
  Map<String, List<String>> options() {
    Properties properties = new Properties();
    Path file = companion(".options");
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Map<String, List<String>> options = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      options.put(name, Arrays.asList(properties.getProperty(name).split(",")));
    }
    return options;
  }

  private Path companion(String suffix) {
    return path.resolveSibling(name() + suffix);
  }

  private static boolean isCompanion(Path path) {
    return SUFFIXES.stream().anyMatch(path.toString()::endsWith);
  }

  private static Path caseOf(Path companion) {
    String name = companion.getFileName().toString();
    return companion.resolveSibling(name.substring(0, name.lastIndexOf('.')));
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return FOLDER.relativize(path).toString();
  }
}
