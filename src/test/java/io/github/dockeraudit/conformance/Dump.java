package io.github.dockeraudit.conformance;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads paths from standard input and prints one line of JSON for each, so that what we make of any
 * files can be compared with what a reference tool makes of them. The first argument says what to
 * print.
 */
public final class Dump {

  private static final Map<String, DumpMode> MODES =
      Map.of(
          "ast", new DockerfileAstDump(),
          "checks", new DockerfileChecksDump(),
          "compose", new ComposeDump(),
          "shell", new ShellDump());

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private Dump() {}

  /** Prints one line a file; {@code arguments} is the name of one mode. */
  public static void main(String[] arguments) throws IOException {
    DumpMode mode = arguments.length == 1 ? MODES.get(arguments[0]) : null;
    if (mode == null) {
      System.err.println("Usage: Dump " + String.join("|", new TreeSet<>(MODES.keySet())));
      System.exit(2);
      return;
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader paths =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = paths.readLine(); path != null; path = paths.readLine()) {
      out.println(line(mode, path));
    }
    out.flush();
  }

  private static String line(DumpMode mode, String path) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", path);
    line.putAll(mode.describe(Path.of(path)));
    return GSON.toJson(line);
  }
}
