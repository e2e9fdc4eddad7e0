package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.source.Source;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of an XML file; namespaces, comments and the order of text do not matter. */
final class Xml {

  private static final int DEEPEST = 100;

  private final String name;
  private final Map<String, String> attributes = new HashMap<>();
  private final List<Xml> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private Xml(String name) {
    this.name = name;
  }

  /** The root element of a file, which may not use entities of its own. */
  static Xml read(Source source) throws ObstacleException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(source.text()));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        // what stands before the root says nothing
      }
      return element(reader, 0);
    } catch (XMLStreamException unreadable) {
      throw new ObstacleException("'%s' cannot be read".formatted(source.path()));
    }
  }

  private static Xml element(XMLStreamReader reader, int depth)
      throws XMLStreamException, ObstacleException {
    if (depth > DEEPEST) {
      throw new ObstacleException("an XML file is nested too deeply");
    }
    Xml element = new Xml(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        element.children.add(element(reader, depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        element.text.append(reader.getText());
      }
    }
    return element;
  }

  /** The text without white space around it. */
  String text() {
    return text.toString().strip();
  }

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /** The children of that name. */
  Stream<Xml> all(String child) {
    return children.stream().filter(element -> element.name.equals(child));
  }

  /** The first child of that name. */
  Optional<Xml> first(String child) {
    return all(child).findFirst();
  }

  /** All elements of that name, however deep. */
  Stream<Xml> anywhere(String element) {
    return children.stream()
        .flatMap(
            child ->
                Stream.concat(
                    child.name.equals(element) ? Stream.of(child) : Stream.empty(),
                    child.anywhere(element)));
  }

  /** The text of the first child of that name; empty without one. */
  String textOf(String child) {
    return first(child).map(Xml::text).orElse("");
  }
}
