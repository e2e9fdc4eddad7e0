package io.github.dockeraudit.report.markdown;

import io.github.dockeraudit.report.document.Graph;
import io.github.dockeraudit.report.document.Graph.Edge;
import io.github.dockeraudit.report.document.Graph.Node;
import java.util.HashMap;
import java.util.Map;

/** Writes a graph as a flowchart of Mermaid. */
final class MermaidWriter {

  private MermaidWriter() {}

  static String write(Graph graph) {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    Map<String, String> names = new HashMap<>();
    for (Node node : graph.nodes()) {
      String name = "n" + names.size();
      names.put(node.id(), name);
      out.append("  ").append(name).append("[\"").append(label(node)).append("\"]\n");
    }
    for (Edge edge : graph.edges()) {
      out.append("  ").append(names.get(edge.from()));
      out.append(edge.label().isEmpty() ? " --> " : label(edge));
      out.append(names.get(edge.to())).append('\n');
    }
    return out.toString();
  }

  private static String label(Node node) {
    String label = Escape.mermaid(node.label());
    return node.note().isEmpty() ? label : label + "<br/>" + Escape.mermaid(node.note());
  }

  private static String label(Edge edge) {
    return " -->|\"" + Escape.mermaid(edge.label()) + "\"| ";
  }
}
