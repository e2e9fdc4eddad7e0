package io.github.dockeraudit.report;

import io.github.dockeraudit.source.Printable;
import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document in the making, in which each element has a line of its own. What XML 1.0 cannot
 * hold is replaced with U+FFFD.
 */
final class XmlText {

  /** Writes the one element that a document consists of. */
  @FunctionalInterface
  interface Root {
    void write(XmlText xml) throws XMLStreamException;
  }

  private static final char REPLACEMENT = '\uFFFD';
  private static final String INDENT = "  ";

  private final XMLStreamWriter xml;
  private int depth;

  private XmlText(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** A whole document in UTF-8; it ends with a line ending. */
  static String of(Root root) throws IOException {
    StringWriter text = new StringWriter();
    try {
      // Not any writer that a build has on its class path: their bytes differ.
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      root.write(new XmlText(xml));
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return text.append('\n').toString();
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn; values come to be on one line
   */
  void start(String name, Object... attributes) throws XMLStreamException {
    newLine();
    xml.writeStartElement(name);
    writeAttributes(attributes);
    depth++;
  }

  /** Ends the innermost element. */
  void end() throws XMLStreamException {
    depth--;
    newLine();
    xml.writeEndElement();
  }

  /** Writes an element that holds nothing; parameters as of {@link #start}. */
  void empty(String name, Object... attributes) throws XMLStreamException {
    newLine();
    xml.writeEmptyElement(name);
    writeAttributes(attributes);
  }

  /** Writes an element that holds a text and nothing else; parameters as of {@link #start}. */
  void element(String name, String content, Object... attributes) throws XMLStreamException {
    newLine();
    xml.writeStartElement(name);
    writeAttributes(attributes);
    xml.writeCharacters(allowed(content));
    xml.writeEndElement();
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + INDENT.repeat(depth));
  }

  private void writeAttributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      String value = Printable.onOneLine(attributes[i + 1].toString());
      xml.writeAttribute(attributes[i].toString(), allowed(value));
    }
  }

  private static String allowed(String text) {
    return text.codePoints()
        .map(character -> isAllowed(character) ? character : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** As the production {@code Char} of XML 1.0 has it, but for a carriage return, which is lost. */
  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || character >= 0x20 && character <= 0xD7FF
        || character >= 0xE000 && character <= 0xFFFD
        || character >= 0x10000;
  }
}
