package io.github.dockeraudit.rules;

import static java.util.stream.Collectors.joining;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.ComposeRule;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Subject;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that a rule is tried on: one file, which is a project of its own, or a folder. */
final class Specimen {

  private static final Pattern HEADER = Pattern.compile("(?m)^==> (\\S+) <==\\R");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final SortedMap<String, byte[]> files;

  private Specimen(Map<String, byte[]> files) {
    this.files = new TreeMap<>(files);
  }

  /** A file, or all that a folder holds. */
  static Specimen at(Path fileOrFolder) {
    Path base = Files.isDirectory(fileOrFolder) ? fileOrFolder : fileOrFolder.getParent();
    try (Stream<Path> paths = Files.walk(fileOrFolder)) {
      Map<String, byte[]> files = new TreeMap<>();
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(base.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
      return new Specimen(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The files of an example in the documentation: each after a line {@code ==> path <==}; without
   * such a line it is one file of the kind that the rule speaks of.
   */
  static Specimen ofExample(String example, Subject subject) {
    Map<String, byte[]> files = new TreeMap<>();
    Matcher header = HEADER.matcher(example);
    List<String> paths = new ArrayList<>();
    List<Integer> bounds = new ArrayList<>();
    while (header.find()) {
      paths.add(header.group(1));
      bounds.add(header.start());
      bounds.add(header.end());
    }
    if (paths.isEmpty()) {
      String path = subject == Subject.COMPOSE ? "compose.yaml" : "Dockerfile";
      return new Specimen(Map.of(path, bytes(example)));
    }
    bounds.add(example.length());
    for (int i = 0; i < paths.size(); i++) {
      files.put(
          paths.get(i), bytes(example.substring(bounds.get(2 * i + 1), bounds.get(2 * i + 2))));
    }
    return new Specimen(files);
  }

  /** The same files with their texts changed. */
  Specimen with(UnaryOperator<String> change) {
    Map<String, byte[]> changed = new TreeMap<>();
    files.forEach((path, bytes) -> changed.put(path, bytes(change.apply(text(bytes)))));
    return new Specimen(changed);
  }

  /** The same files, each beginning with a byte order mark. */
  Specimen withByteOrderMark() {
    Map<String, byte[]> marked = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          byte[] all = new byte[BYTE_ORDER_MARK.length + bytes.length];
          System.arraycopy(BYTE_ORDER_MARK, 0, all, 0, BYTE_ORDER_MARK.length);
          System.arraycopy(bytes, 0, all, BYTE_ORDER_MARK.length, bytes.length);
          marked.put(path, all);
        });
    return new Specimen(marked);
  }

  /** What the rule finds, in the order of a report, each thing once. */
  List<Finding> findings(Rule rule) {
    return check(rule).sorted().distinct().toList();
  }

  /** The findings as a report shows them. */
  String report(Rule rule) {
    return findings(rule).stream().map(FindingText::of).collect(joining());
  }

  /** The Dockerfiles among the files. */
  List<Dockerfile> dockerfiles() {
    return sources(path -> !path.endsWith(".yaml")).map(Dockerfile::parse).toList();
  }

  private Stream<Finding> check(Rule rule) {
    if (rule instanceof DockerfileRule dockerfileRule) {
      return dockerfiles().stream().flatMap(dockerfileRule::check);
    }
    if (rule instanceof ComposeRule composeRule) {
      return sources(path -> path.endsWith(".yaml"))
          .map(Deployment::load)
          .flatMap(composeRule::check);
    }
    throw new IllegalArgumentException(rule.info().id());
  }

  private Stream<Source> sources(Predicate<String> named) {
    return files.entrySet().stream()
        .filter(file -> named.test(file.getKey()))
        .map(file -> Source.of(file.getKey(), file.getValue()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
