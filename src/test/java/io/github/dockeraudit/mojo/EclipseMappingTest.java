package io.github.dockeraudit.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class EclipseMappingTest {

  @Test
  void eclipseKnowsWhatToDoWithEveryGoal() throws Exception {
    Set<String> goals = new TreeSet<>();
    NodeList mojos = resource("META-INF/maven/plugin.xml").getElementsByTagName("mojo");
    for (int i = 0; i < mojos.getLength(); i++) {
      Element mojo = (Element) mojos.item(i);
      goals.add(mojo.getElementsByTagName("goal").item(0).getTextContent());
    }
    Set<String> mapped = new TreeSet<>();
    NodeList known =
        resource("META-INF/m2e/lifecycle-mapping-metadata.xml").getElementsByTagName("goal");
    for (int i = 0; i < known.getLength(); i++) {
      mapped.add(known.item(i).getTextContent());
    }
    goals.remove("help");
    assertThat(mapped).as("goals in lifecycle-mapping-metadata.xml").isEqualTo(goals);
  }

  private static Document resource(String name) throws Exception {
    try (InputStream in = EclipseMappingTest.class.getClassLoader().getResourceAsStream(name)) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
  }
}
