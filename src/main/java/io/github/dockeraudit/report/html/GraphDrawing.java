package io.github.dockeraudit.report.html;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.dockeraudit.report.document.Graph;
import io.github.dockeraudit.report.document.Graph.Edge;
import io.github.dockeraudit.report.document.Graph.Node;
import io.github.dockeraudit.report.document.Shown;
import io.github.dockeraudit.report.html.Layers.Arrow;
import io.github.dockeraudit.report.html.Layers.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A graph with its arrows from left to right; what no arrow touches stands below. */
final class GraphDrawing {

  /** What a page on a screen has room for, in pixels. */
  private static final int PAGE_WIDTH = 800;

  /** What can be made smaller to fit there and still be read. */
  private static final int WIDEST_TO_FIT = 1000;

  private static final int MARGIN = 12;
  private static final int NODE_HEIGHT = 46;
  private static final int ROW_GAP = 16;
  private static final int LAYER_GAP = 84;
  private static final int WAYPOINT_HEIGHT = 10;
  private static final double LABEL_CHARACTER = 7.6;
  private static final double NOTE_CHARACTER = 6.4;
  private static final int PADDING = 28;
  private static final int LONGEST = 34;
  private static final int LOOSE_WIDTH = 760;

  /** Where a node lies. */
  private record Box(int x, int y, int width, int height) {

    int middle() {
      return y + height / 2;
    }

    int right() {
      return x + width;
    }
  }

  private final Graph graph;
  private final String id;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Node> tied = new ArrayList<>();
  private final List<Node> loose = new ArrayList<>();
  private final List<Edge> edges;
  private final List<Box> boxes = new ArrayList<>();
  private final StringBuilder shapes = new StringBuilder();
  private final String usual;
  private int width;
  private int height = MARGIN;

  private GraphDrawing(Graph graph, String id) {
    this.graph = graph;
    this.id = id;
    this.edges = graph.edges().stream().filter(edge -> !edge.from().equals(edge.to())).toList();
    this.usual = usualLabel(edges);
    for (Node node : graph.nodes()) {
      boolean isTied =
          edges.stream().anyMatch(e -> e.from().equals(node.id()) || e.to().equals(node.id()));
      if (isTied) {
        numbers.put(node.id(), tied.size());
        tied.add(node);
      } else {
        loose.add(node);
      }
    }
  }

  /**
   * The figure.
   *
   * @param id of which ids inside the drawing are made
   */
  static String of(Graph graph, String id) {
    return new GraphDrawing(graph, id).draw();
  }

  /** What most arrows say, which is said once for all of them; empty if there is no such thing. */
  private static String usualLabel(List<Edge> edges) {
    Map<String, Long> counts =
        edges.stream().collect(groupingBy(Edge::label, TreeMap::new, counting()));
    return counts.entrySet().stream()
        .filter(label -> label.getValue() > 2 && 2 * label.getValue() > edges.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private String draw() {
    Layers layers =
        new Layers(
            tied.size(),
            edges.stream()
                .map(edge -> new Arrow(numbers.get(edge.from()), numbers.get(edge.to())))
                .toList());
    place(layers.layers());
    for (int i = 0; i < edges.size(); i++) {
      draw(layers.ways().get(i), edges.get(i));
    }
    for (int i = 0; i < tied.size(); i++) {
      draw(tied.get(i), boxes.get(i));
    }
    drawLoose();
    return figure();
  }

  private void place(List<List<Integer>> layers) {
    int nodes = layers.stream().flatMap(List::stream).mapToInt(n -> n + 1).max().orElse(0);
    for (int i = 0; i < nodes; i++) {
      boxes.add(new Box(0, 0, 0, 0));
    }
    int tallest = layers.stream().mapToInt(this::heightOf).max().orElse(0);
    int x = MARGIN;
    for (List<Integer> layer : layers) {
      int widest = layer.stream().mapToInt(this::widthOf).max().orElse(0);
      int y = MARGIN + (tallest - heightOf(layer)) / 2;
      for (int node : layer) {
        boxes.set(node, new Box(x, y, isWaypoint(node) ? widest : widthOf(node), heightOf(node)));
        y += heightOf(node) + ROW_GAP;
      }
      x += widest + LAYER_GAP;
      width = x - LAYER_GAP + MARGIN;
    }
    height = layers.isEmpty() ? MARGIN : tallest + 2 * MARGIN;
  }

  private boolean isWaypoint(int node) {
    return node >= tied.size();
  }

  private int heightOf(List<Integer> layer) {
    return layer.stream().mapToInt(node -> heightOf(node) + ROW_GAP).sum() - ROW_GAP;
  }

  private int heightOf(int node) {
    return isWaypoint(node) ? WAYPOINT_HEIGHT : NODE_HEIGHT;
  }

  private int widthOf(int node) {
    return isWaypoint(node) ? 0 : widthOf(tied.get(node));
  }

  private static int widthOf(Node node) {
    double label = cut(node.label()).length() * LABEL_CHARACTER;
    double note = cut(node.note()).length() * NOTE_CHARACTER;
    return (int) Math.ceil(Math.max(label, note)) + PADDING;
  }

  private static String cut(String text) {
    String line = Shown.onOneLine(text);
    int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "\u2026" : line;
  }

  private void draw(Way way, Edge edge) {
    boolean isForward = boxes.get(way.nodes().get(0)).x() < boxes.get(last(way)).x();
    StringBuilder path = new StringBuilder();
    int fromX = 0;
    int fromY = 0;
    for (int node : way.nodes()) {
      Box box = boxes.get(node);
      boolean isFirst = path.length() == 0;
      int in = isForward ? box.x() : box.right();
      int out = isForward ? box.right() : box.x();
      if (isFirst) {
        path.append("M%s %s".formatted(out, box.middle()));
      } else {
        int half = (fromX + in) / 2;
        int end = node == last(way) ? in + (isForward ? -6 : 6) : in;
        path.append(
            "C%s %s %s %s %s %s".formatted(half, fromY, half, box.middle(), end, box.middle()));
        if (node != last(way)) {
          path.append("L%s %s".formatted(out, box.middle()));
        }
      }
      fromX = out;
      fromY = box.middle();
    }
    shapes.append(
        "<path class=\"edge\" d=\"%s\" marker-end=\"url(#%s-tip)\"/>\n".formatted(path, id));
    if (!edge.label().isEmpty() && !edge.label().equals(usual)) {
      drawLabel(edge, boxes.get(way.nodes().get(way.nodes().size() - 2)), boxes.get(last(way)));
    }
  }

  private static int last(Way way) {
    return way.nodes().get(way.nodes().size() - 1);
  }

  /** In the middle of the last stretch. */
  private void drawLabel(Edge edge, Box from, Box to) {
    int x = from.x() < to.x() ? (from.right() + to.x()) / 2 : (from.x() + to.right()) / 2;
    int y = (from.middle() + to.middle()) / 2 - 4;
    shapes.append(
        "<text class=\"edge-label\" x=\"%s\" y=\"%s\">%s</text>\n"
            .formatted(x, y, Markup.text(cut(edge.label()))));
  }

  private void draw(Node node, Box box) {
    int x = box.x() + box.width() / 2;
    boolean hasNote = !node.note().isEmpty();
    shapes.append("<g class=\"node %s\">".formatted(Markup.tone(node.tone())));
    shapes.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"9\"/>"
            .formatted(box.x(), box.y(), box.width(), box.height()));
    shapes.append(
        "<text x=\"%s\" y=\"%s\">%s</text>"
            .formatted(x, box.middle() + (hasNote ? -3 : 5), Markup.text(cut(node.label()))));
    if (hasNote) {
      shapes.append(
          "<text class=\"note\" x=\"%s\" y=\"%s\">%s</text>"
              .formatted(x, box.middle() + 14, Markup.text(cut(node.note()))));
    }
    shapes.append("</g>\n");
  }

  private void drawLoose() {
    int limit = Math.max(width, LOOSE_WIDTH);
    int x = MARGIN;
    int y = tied.isEmpty() ? MARGIN : height + ROW_GAP;
    for (Node node : loose) {
      if (x > MARGIN && x + widthOf(node) + MARGIN > limit) {
        x = MARGIN;
        y += NODE_HEIGHT + ROW_GAP;
      }
      draw(node, new Box(x, y, widthOf(node), NODE_HEIGHT));
      x += widthOf(node) + ROW_GAP;
      width = Math.max(width, x - ROW_GAP + MARGIN);
      height = y + NODE_HEIGHT + MARGIN;
    }
  }

  private String figure() {
    return """
        <figure class="graph"><figcaption>%1$s%7$s</figcaption>
        <div class="scroll" tabindex="0" role="region" aria-label="%1$s">
        <svg%8$s width="%2$s" height="%3$s" viewBox="0 0 %2$s %3$s" role="img" aria-labelledby="%4$s-t %4$s-d">
        <title id="%4$s-t">%1$s</title>
        <desc id="%4$s-d">%5$s</desc>
        <defs><marker id="%4$s-tip" viewBox="0 0 8 8" refX="2" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>
        %6$s</svg></div></figure>
        """
        .formatted(
            Markup.text(graph.title()),
            width,
            height,
            id,
            Markup.text(description()),
            shapes,
            usual.isEmpty() ? "" : "; an arrow without words: " + Markup.text(usual),
            width > PAGE_WIDTH && width <= WIDEST_TO_FIT ? " class=\"fit\"" : "");
  }

  /** The graph in words. */
  private String description() {
    Map<String, String> labels = new LinkedHashMap<>();
    graph.nodes().forEach(node -> labels.put(node.id(), node.label()));
    List<String> sentences = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      String label = edge.label().isEmpty() ? "" : " (" + edge.label() + ")";
      sentences.add(labels.get(edge.from()) + " to " + labels.get(edge.to()) + label);
    }
    loose.forEach(node -> sentences.add(node.label() + " alone"));
    return String.join("; ", sentences);
  }
}
