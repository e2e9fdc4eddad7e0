package io.github.dockeraudit.compose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code specification.txt}, whose head says how it is written. */
final class Specification {

  private static final String RESOURCE = "specification.txt";

  /** What a whole compose file may hold. */
  static final Shape PROJECT = read();

  private final Map<String, Shape> shapes = new HashMap<>();

  /** The name of the object whose attributes are being read; null outside of one. */
  private String object;

  private boolean extensible;
  private final List<Attribute> attributes = new ArrayList<>();

  private Specification() {}

  private static Shape read() {
    try (InputStream in = Specification.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Specification specification = new Specification();
      lines.lines().forEachOrdered(specification::readLine);
      specification.endObject();
      return specification.shape("project");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readLine(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith(" ")) {
      readAttribute(line.strip());
      return;
    }
    endObject();
    int equals = line.indexOf(" = ");
    if (equals > 0) {
      shapes.put(line.substring(0, equals), new TypeReader(line.substring(equals + 3)).read());
    } else {
      String head = line.substring(0, line.length() - 1);
      extensible = !head.endsWith(" closed");
      object = extensible ? head : head.substring(0, head.length() - " closed".length());
    }
  }

  private void readAttribute(String line) {
    int nameEnd = line.indexOf(' ');
    String name = line.substring(0, nameEnd);
    boolean required = name.endsWith("*");
    TypeReader type = new TypeReader(line.substring(nameEnd));
    Shape shape = type.read();
    MergeRule merge = MergeRule.DEFAULT;
    ItemKey itemKey = ItemKey.NONE;
    for (String rule : type.rest().split(" ")) {
      if (rule.equals("replace")) {
        merge = MergeRule.REPLACE;
      } else if (rule.startsWith("merge:")) {
        merge = MergeRule.valueOf(rule.substring(6).toUpperCase(Locale.ROOT));
      } else if (rule.startsWith("unique:")) {
        itemKey = ItemKey.valueOf(rule.substring(7).toUpperCase(Locale.ROOT));
      }
    }
    attributes.add(
        new Attribute(
            required ? name.substring(0, nameEnd - 1) : name, shape, required, merge, itemKey));
  }

  private void endObject() {
    if (object != null) {
      shapes.put(object, Shape.ofObject(attributes, extensible));
      attributes.clear();
      object = null;
    }
  }

  private Shape shape(String name) {
    Shape shape = shapes.get(name);
    if (shape == null) {
      throw new IllegalStateException(RESOURCE + " uses " + name + " before it says what it is");
    }
    return shape;
  }

  /** Reads one type expression from the start of a text. */
  private final class TypeReader {

    private final String text;
    private int at;

    TypeReader(String text) {
      this.text = text;
    }

    Shape read() {
      Shape shape = readAlternative();
      skipBlanks();
      while (at < text.length() && text.charAt(at) == '|') {
        at++;
        shape = shape.or(readAlternative());
        skipBlanks();
      }
      return shape;
    }

    /** What stands behind the type. */
    String rest() {
      return text.substring(at).strip();
    }

    private Shape readAlternative() {
      skipBlanks();
      switch (text.charAt(at)) {
        case '[':
          return readList();
        case '{':
          return readMapping();
        case '\'':
          int end = text.indexOf('\'', at + 1);
          String word = text.substring(at + 1, end);
          at = end + 1;
          return Shape.ofWord(word);
        default:
          return named(readName());
      }
    }

    private Shape readList() {
      at++;
      Shape item = read();
      at++;
      boolean distinct = at < text.length() && text.charAt(at) == '!';
      at += distinct ? 1 : 0;
      return Shape.ofList(item, distinct);
    }

    private Shape readMapping() {
      at++;
      boolean named = text.startsWith("name:", at);
      at += named ? "name:".length() : 0;
      Shape value = read();
      at++;
      return Shape.ofValues(value, named);
    }

    private String readName() {
      int start = at;
      while (at < text.length()
          && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '-')) {
        at++;
      }
      return text.substring(start, at);
    }

    private Shape named(String name) {
      ScalarType scalar = ScalarType.named(name);
      return scalar == null ? shape(name) : Shape.of(scalar);
    }

    private void skipBlanks() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
  }
}
