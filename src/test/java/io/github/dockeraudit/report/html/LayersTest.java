package io.github.dockeraudit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.report.html.Layers.Arrow;
import io.github.dockeraudit.report.html.Layers.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LayersTest {

  @Test
  void theLongestWayDecidesTheLayer() {
    Layers layers = new Layers(3, List.of(new Arrow(0, 1), new Arrow(1, 2), new Arrow(0, 2)));
    assertThat(layers.layers().get(0)).containsExactly(0);
    assertThat(layers.layers().get(1)).containsExactlyInAnyOrder(1, 3);
    assertThat(layers.layers().get(2)).containsExactly(2);
    assertThat(layers.ways().get(2).nodes()).as("with a waypoint").containsExactly(0, 3, 2);
  }

  @Test
  void neighboursAreNearEachOtherSoThatNothingCrosses() {
    Layers layers = new Layers(4, List.of(new Arrow(0, 3), new Arrow(1, 2)));
    assertThat(layers.layers()).containsExactly(List.of(0, 1), List.of(3, 2));
  }

  @Test
  void ofACircleOneArrowIsTurned() {
    Layers layers = new Layers(2, List.of(new Arrow(0, 1), new Arrow(1, 0)));
    assertThat(layers.layers()).containsExactly(List.of(0), List.of(1));
    assertThat(layers.ways().get(1).nodes()).containsExactly(1, 0);
  }

  @Test
  void withoutNodesThereIsNoLayer() {
    assertThat(new Layers(0, List.of()).layers()).isEmpty();
  }

  @RepeatedTest(50)
  void everyArrowGoesFromLayerToLayer(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    int count = 2 + random.nextInt(30);
    List<Arrow> arrows = new ArrayList<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      int from = random.nextInt(count);
      arrows.add(new Arrow(from, (from + 1 + random.nextInt(count - 1)) % count));
    }
    Layers layers = new Layers(count, arrows);
    for (int i = 0; i < arrows.size(); i++) {
      Way way = layers.ways().get(i);
      assertThat(way.nodes()).startsWith(arrows.get(i).from()).endsWith(arrows.get(i).to());
      int step = layer(layers, way.nodes().get(1)) - layer(layers, way.nodes().get(0));
      assertThat(Math.abs(step)).isEqualTo(1);
      for (int at = 1; at < way.nodes().size(); at++) {
        assertThat(layer(layers, way.nodes().get(at)) - layer(layers, way.nodes().get(at - 1)))
            .isEqualTo(step);
      }
    }
    assertThat(new Layers(count, arrows).layers()).isEqualTo(layers.layers());
  }

  private static int layer(Layers layers, int node) {
    for (int layer = 0; layer < layers.layers().size(); layer++) {
      if (layers.layers().get(layer).contains(node)) {
        return layer;
      }
    }
    throw new AssertionError("no layer has " + node);
  }
}
