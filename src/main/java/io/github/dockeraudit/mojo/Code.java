package io.github.dockeraudit.mojo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which code it is that audits. */
final class Code {

  private Code() {}

  /**
   * The jars of the plugin, with those of custom rules among them, as their sizes and times tell
   * them apart, and the Java that runs them. Empty if the code is not in jars: that of a folder may
   * change without a trace.
   */
  static Optional<List<String>> of(ClassLoader loader) {
    if (!(loader instanceof URLClassLoader jars)) {
      return Optional.empty();
    }
    List<String> code = new ArrayList<>();
    code.add(System.getProperty("java.vm.version"));
    code.add(System.getProperty("file.encoding"));
    code.add(System.getProperty("sun.jnu.encoding"));
    code.add(Locale.getDefault().toString());
    try {
      for (URL jar : jars.getURLs()) {
        Path path = Path.of(jar.toURI());
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
          return Optional.empty();
        }
        code.add(path + " " + attributes.size() + " " + attributes.lastModifiedTime().toMillis());
      }
      return Optional.of(code);
    } catch (IOException
        | URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException noFile) {
      return Optional.empty();
    }
  }
}
