package io.github.dockeraudit.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A program that runs the command given as its arguments. */
final class Wrapper {

  private static final Map<String, Wrapper> BY_PROGRAM = new HashMap<>();

  static {
    add("nohup time nice ionice stdbuf setsid setpriv busybox eatmydata fakeroot xvfb-run", 0);
    add("tini tini-static docker-init dumb-init catatonit unbuffer builtin exec xargs", 0);
    add("timeout gosu su-exec setuidgid s6-setuidgid chroot flock", 1);
    put("command", new Wrapper(0, false, Set.of(), "-v", "-V"));
    put("env", new Wrapper(0, true, Set.of()));
    put("sudo doas", new Wrapper(0, true, Set.of(), "-e", "-l", "-v"));
    put("python", new Wrapper(0, false, Set.of("pip")));
  }

  /** How many of its own operands stand before the command. */
  private final int operands;

  /** Whether assignments may stand before the command. */
  private final boolean assigns;

  /** The only commands that it is seen through for; all if empty. */
  private final Set<String> commands;

  /** Flags with which it does not run the command, but shows or edits something. */
  private final String[] idle;

  private Wrapper(int operands, boolean assigns, Set<String> commands, String... idle) {
    this.operands = operands;
    this.assigns = assigns;
    this.commands = commands;
    this.idle = idle;
  }

  private static void add(String programs, int operands) {
    put(programs, new Wrapper(operands, false, Set.of()));
  }

  private static void put(String programs, Wrapper wrapper) {
    for (String program : programs.split(" ")) {
      BY_PROGRAM.put(program, wrapper);
    }
  }

  /** The program that a word names: its last path segment, or empty if that is not known. */
  static String program(Word name) {
    String path = name.literal().orElse("");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The place among these words of the name of what they run in the end; 0 for the first. */
  static int commandIn(List<Word> words) {
    int place = 0;
    for (int next = next(words, 0); next > 0; next = next(words, place)) {
      place = next;
    }
    return place;
  }

  /** The programs that stand before the command that these words run in the end. */
  static List<String> wrappersIn(List<Word> words) {
    List<String> wrappers = new ArrayList<>(2);
    int place = 0;
    for (int next = next(words, 0); next > 0; next = next(words, place)) {
      wrappers.add(program(words.get(place)));
      place = next;
    }
    return wrappers;
  }

  /** The place of the command that the one at {@code place} runs; 0 if it runs none. */
  private static int next(List<Word> words, int place) {
    if (place + 1 >= words.size()) {
      return 0;
    }
    String program = program(words.get(place));
    Wrapper wrapper = of(program);
    if (wrapper == null) {
      return 0;
    }
    int command = wrapper.commandIn(program, words.subList(place, words.size()));
    return command == 0 ? 0 : place + command;
  }

  /** Python goes by many versions: {@code python3}, {@code python3.12}. */
  private static Wrapper of(String program) {
    return BY_PROGRAM.get(program.startsWith("python") ? "python" : program);
  }

  private int commandIn(String program, List<Word> words) {
    Arguments arguments = new Arguments(program, words);
    int own = operands;
    while (arguments.next()) {
      if (arguments.isFlag(idle)) {
        return 0;
      }
      Word word = arguments.word();
      if (arguments.isOperand() && !(assigns && isSetting(word)) && own-- == 0) {
        return commands.isEmpty() || commands.contains(program(word)) ? arguments.index() : 0;
      }
    }
    return 0;
  }

  /** {@code A=1}, or the lone dash by which {@code env} clears what was set. */
  private static boolean isSetting(Word word) {
    return word.is("-") || word.prefix().indexOf('=') > 0;
  }
}
