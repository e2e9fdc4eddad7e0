package io.github.dockeraudit.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The nodes of a graph in layers, so that arrows lead from one layer to a later one, and few of
 * them cross: the longest way decides the layer, and neighbours the order in it.
 *
 * <p>A node is a number from 0. An arrow over several layers gets a waypoint in each between, which
 * is a node of a higher number. Where arrows form a circle, one of them is turned.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Layered_graph_drawing">Layered graph drawing</a>
 */
final class Layers {

  private static final int SWEEPS = 8;

  /** An arrow. */
  record Arrow(int from, int to) {}

  /**
   * The way of an arrow.
   *
   * @param nodes from its beginning to its end, with all waypoints
   */
  record Way(List<Integer> nodes) {}

  private final int count;
  private final List<Arrow> arrows;
  private final List<Way> ways = new ArrayList<>();
  private final List<List<Integer>> layers = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<List<Integer>> after = new ArrayList<>();
  private boolean[] isTurned;
  private int[] layerOf;

  /**
   * @param count number of nodes
   * @param arrows between different nodes
   */
  Layers(int count, List<Arrow> arrows) {
    this.count = count;
    this.arrows = arrows;
    turnCircles();
    findLayers();
    layWays();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      order(sweep % 2 == 0);
    }
  }

  /** Nodes and waypoints by layer, each layer in its order. */
  List<List<Integer>> layers() {
    return layers;
  }

  /** The ways of the arrows, in the order of the arrows. */
  List<Way> ways() {
    return ways;
  }

  private void turnCircles() {
    isTurned = new boolean[arrows.size()];
    int[] state = new int[count];
    for (int node = 0; node < count; node++) {
      search(node, state);
    }
  }

  /** Goes to all that can be reached; an arrow to a node on the way there closes a circle. */
  private void search(int node, int[] state) {
    if (state[node] != 0) {
      return;
    }
    state[node] = 1;
    for (int i = 0; i < arrows.size(); i++) {
      if (arrows.get(i).from() == node) {
        int to = arrows.get(i).to();
        isTurned[i] = state[to] == 1;
        search(to, state);
      }
    }
    state[node] = 2;
  }

  private Arrow straight(int i) {
    Arrow arrow = arrows.get(i);
    return isTurned[i] ? new Arrow(arrow.to(), arrow.from()) : arrow;
  }

  /** Without circles this comes to rest after at most as many rounds as there are nodes. */
  private void findLayers() {
    layerOf = new int[count];
    boolean hasChanged = true;
    while (hasChanged) {
      hasChanged = false;
      for (int i = 0; i < arrows.size(); i++) {
        Arrow arrow = straight(i);
        if (layerOf[arrow.to()] <= layerOf[arrow.from()]) {
          layerOf[arrow.to()] = layerOf[arrow.from()] + 1;
          hasChanged = true;
        }
      }
    }
    int last = Arrays.stream(layerOf).max().orElse(-1);
    for (int layer = 0; layer <= last; layer++) {
      layers.add(new ArrayList<>());
    }
    for (int node = 0; node < count; node++) {
      addNode(layerOf[node]);
    }
  }

  /** Numbers nodes as they are added. */
  private int addNode(int layer) {
    int node = before.size();
    before.add(new ArrayList<>());
    after.add(new ArrayList<>());
    layers.get(layer).add(node);
    return node;
  }

  private void layWays() {
    for (int i = 0; i < arrows.size(); i++) {
      Arrow arrow = straight(i);
      List<Integer> nodes = new ArrayList<>(List.of(arrow.from()));
      for (int layer = layerOf[arrow.from()] + 1; layer < layerOf[arrow.to()]; layer++) {
        nodes.add(addNode(layer));
      }
      nodes.add(arrow.to());
      for (int step = 1; step < nodes.size(); step++) {
        after.get(nodes.get(step - 1)).add(nodes.get(step));
        before.get(nodes.get(step)).add(nodes.get(step - 1));
      }
      if (isTurned[i]) {
        Collections.reverse(nodes);
      }
      ways.add(new Way(List.copyOf(nodes)));
    }
  }

  /** Puts every node of a layer to the middle of its neighbours in the layer next to it. */
  private void order(boolean isForward) {
    for (int step = 1; step < layers.size(); step++) {
      int at = isForward ? step : layers.size() - 1 - step;
      List<Integer> fixed = layers.get(isForward ? at - 1 : at + 1);
      List<List<Integer>> neighbours = isForward ? before : after;
      double[] middle = new double[before.size()];
      List<Integer> layer = layers.get(at);
      for (int place = 0; place < layer.size(); place++) {
        int node = layer.get(place);
        middle[node] =
            neighbours.get(node).stream()
                .mapToInt(fixed::indexOf)
                .average()
                .orElse((double) place * fixed.size() / layer.size());
      }
      layer.sort(Comparator.comparingDouble(node -> middle[node]));
    }
  }
}
