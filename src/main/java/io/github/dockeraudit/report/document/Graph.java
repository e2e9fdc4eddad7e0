package io.github.dockeraudit.report.document;

import java.util.List;
import java.util.Objects;

/**
 * Things and what leads from one to another.
 *
 * @param title what it shows, in one line
 * @param nodes in the order in which they are told
 * @param edges between nodes of this graph; circles are allowed
 */
public record Graph(String title, List<Node> nodes, List<Edge> edges) implements Block {

  /**
   * A thing.
   *
   * @param id unique in the graph, of any characters
   * @param label its name
   * @param note a second, smaller line; empty for none
   */
  public record Node(String id, String label, String note, Tone tone) {

    public Node {
      Objects.requireNonNull(id);
      Objects.requireNonNull(label);
      Objects.requireNonNull(note);
      Objects.requireNonNull(tone);
    }
  }

  /**
   * An arrow.
   *
   * @param from id of a node
   * @param to id of a node
   * @param label a few words; empty for none
   */
  public record Edge(String from, String to, String label) {

    public Edge {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(label);
    }
  }

  /**
   * @throws IllegalArgumentException if an edge names a node that is not there
   */
  public Graph {
    Objects.requireNonNull(title);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    List<String> ids = nodes.stream().map(Node::id).toList();
    for (Edge edge : edges) {
      if (!ids.contains(edge.from()) || !ids.contains(edge.to())) {
        throw new IllegalArgumentException("%s: no node for %s".formatted(title, edge));
      }
    }
  }

  @Override
  public void accept(BlockVisitor visitor) {
    visitor.visit(this);
  }
}
