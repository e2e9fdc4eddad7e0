package io.github.dockeraudit.bench;

import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.source.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How the time to parse grows with the file: ten times the input must not take a hundred times. */
@BenchmarkMode(Mode.AverageTime)
public class GrowthBenchmark {

  /** One RUN over many lines, by its size in bytes. */
  @State(Scope.Benchmark)
  public static class LongInstruction {

    @Param({"10000", "100000", "1000000", "10000000"})
    int size;

    private Source source;

    @Setup
    public void write() {
      StringBuilder text = new StringBuilder("FROM scratch\nRUN true");
      while (text.length() < size) {
        text.append(" \\\n && echo 'a line of some length' > /tmp/file");
      }
      source = Source.of("Dockerfile", text.append('\n').toString());
    }
  }

  /** Many instructions, by their number. */
  @State(Scope.Benchmark)
  public static class ManyInstructions {

    @Param({"1000", "10000", "100000"})
    int size;

    private Source source;

    @Setup
    public void write() {
      StringBuilder text = new StringBuilder("FROM scratch\n");
      for (int i = 0; i < size; i++) {
        text.append(Corpus.instruction(i));
      }
      source = Source.of("Dockerfile", text.toString());
    }
  }

  /** Parses a file of one long instruction, the shell text included. */
  @Benchmark
  public long bytes(LongInstruction input) {
    return Work.everythingIn(Dockerfile.parse(input.source));
  }

  /** Parses a file of many instructions, and asks for its stages and their state. */
  @Benchmark
  public long instructions(ManyInstructions input) {
    return Work.everythingIn(Dockerfile.parse(input.source));
  }
}
