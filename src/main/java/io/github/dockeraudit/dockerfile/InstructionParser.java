package io.github.dockeraudit.dockerfile;

import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** Makes an instruction of a line, as BuildKit's parser parts it. */
final class InstructionParser {

  /** Deepest ONBUILD in ONBUILD that is followed; Docker rejects even the first. */
  private static final int DEEPEST = 8;

  /** The keyword and flags of a line, and where its arguments stand. */
  private record Head(Word word, Keyword keyword, List<Flag> flags, int start, int end) {}

  private final Dockerfile file;
  private final Parser parser;
  private final Line line;
  private final String text;
  private final Syntax.Interludes interludes;
  private final List<Problem> problems;
  private List<Heredoc> heredocs = List.of();

  InstructionParser(
      Dockerfile file,
      Parser parser,
      Line line,
      Syntax.Interludes interludes,
      List<Problem> problems) {
    this.file = file;
    this.parser = parser;
    this.line = line;
    this.text = line.text;
    this.interludes = interludes;
    this.problems = problems;
  }

  /** The instruction whose first line begins at {@code start}; takes the lines of its heredocs. */
  Instruction parse(int start) {
    Head head = head(line.start, line.end);
    Head inner = head.keyword == Keyword.ONBUILD ? head(head.start, head.end) : head;
    if (inner.keyword.takesHeredocs()) {
      heredocs = heredocs(inner);
    }
    return instruction(head, line.source().range(start, parser.position()), interludes, 0);
  }

  private Head head(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && WhiteSpace.is(text.charAt(start))) {
      start++;
    }
    while (end > start && WhiteSpace.is(text.charAt(end - 1))) {
      end--;
    }
    int keywordEnd = Words.separator(text, start, end);
    List<Flag> flags = new ArrayList<>(0);
    int arguments = Words.flags(line, keywordEnd, end, flags);
    while (arguments < end && WhiteSpace.is(text.charAt(arguments))) {
      arguments++;
    }
    return new Head(
        Word.verbatim(line, start, keywordEnd),
        Keyword.of(text, start, keywordEnd),
        flags,
        arguments,
        end);
  }

  private List<Heredoc> heredocs(Head head) {
    List<Heredocs.Marker> markers = Heredocs.in(line);
    if (markers.isEmpty() || new JsonArray(line, head.start, head.end, false).isValid()) {
      return List.of();
    }
    List<Heredoc> found = new ArrayList<>(1);
    for (Heredocs.Marker marker : markers) {
      SourceRange range = line.range(marker.start(), marker.end());
      SourceRange body = parser.heredocBody(marker);
      if (parser.isUnterminated()) {
        String message = "The heredoc %s is never closed; end it with a line of just %s";
        reject(range, Quotation.format(message, marker.name(), marker.name()));
      }
      found.add(
          new Heredoc(
              range,
              marker.name(),
              body,
              marker.expands(),
              marker.chomps(),
              marker.fileDescriptor()));
    }
    return List.copyOf(found);
  }

  private Instruction instruction(
      Head head, SourceRange range, Syntax.Interludes inside, int depth) {
    Arguments arguments = arguments(head);
    Syntax syntax =
        new Syntax(
            line,
            range,
            head.word,
            head.keyword,
            head.flags,
            arguments.words,
            arguments.isJson,
            inside);
    return switch (head.keyword) {
      case ADD -> new Add(syntax, heredocs);
      case ARG -> new Arg(syntax, assignments(head, arguments.words));
      case CMD -> new Cmd(syntax, command(syntax));
      case COPY -> new Copy(syntax, heredocs);
      case ENTRYPOINT -> new Entrypoint(syntax, command(syntax));
      case ENV -> new Env(syntax, assignments(head, arguments.words));
      case EXPOSE -> new Expose(syntax);
      case FROM -> new From(syntax);
      case HEALTHCHECK -> healthcheck(syntax);
      case LABEL -> new Label(syntax, assignments(head, arguments.words));
      case MAINTAINER -> new Maintainer(syntax);
      case ONBUILD -> new Onbuild(syntax, trigger(head, range, depth));
      case RUN -> new Run(syntax, command(syntax), heredocs, mounts(head.flags));
      case SHELL -> new Shell(syntax);
      case STOPSIGNAL -> new Stopsignal(syntax);
      case USER -> new User(syntax);
      case VOLUME -> new Volume(syntax);
      case WORKDIR -> new Workdir(syntax);
      case UNKNOWN -> new Unknown(syntax);
    };
  }

  private Instruction trigger(Head onbuild, SourceRange range, int depth) {
    Head head = head(onbuild.start, onbuild.end);
    SourceRange place = line.source().range(head.word.range().start(), range.end());
    if (depth == DEEPEST) {
      Head unread = new Head(head.word, Keyword.UNKNOWN, head.flags, head.end, head.end);
      return instruction(unread, place, Syntax.Interludes.NONE, depth);
    }
    return instruction(head, place, Syntax.Interludes.NONE, depth + 1);
  }

  /** The arguments of an instruction and whether they are a JSON array. */
  private record Arguments(List<Word> words, boolean isJson) {

    static Arguments of(List<Word> words) {
      return new Arguments(words, false);
    }
  }

  private Arguments arguments(Head head) {
    int start = head.start;
    int end = head.end;
    return switch (head.keyword) {
      case FROM, EXPOSE -> Arguments.of(Words.separated(line, start, end));
      case ARG, ENV, LABEL -> Arguments.of(Words.quoted(line, start, end));
      case USER, WORKDIR, STOPSIGNAL -> Arguments.of(whole(start, end, true));
      case MAINTAINER, UNKNOWN -> Arguments.of(whole(start, end, false));
      case ADD, COPY, VOLUME -> json(start, end, true);
      case CMD, ENTRYPOINT, RUN, SHELL -> json(start, end, false);
      case HEALTHCHECK -> healthcheckArguments(start, end);
      case ONBUILD -> Arguments.of(List.of());
    };
  }

  private List<Word> whole(int start, int end, boolean expands) {
    if (start == end) {
      return List.of();
    }
    return List.of(expands ? Word.expanding(line, start, end) : Word.verbatim(line, start, end));
  }

  /** A JSON array, else the words of a list that is expanded, or the text of a command. */
  private Arguments json(int start, int end, boolean expands) {
    if (start < end && text.charAt(start) == '[') {
      JsonArray array = new JsonArray(line, start, end, expands);
      if (array.isValid()) {
        return new Arguments(array.strings(), true);
      }
      if (array.holdsOther()) {
        reject(
            line.range(start, end), "A JSON array must hold strings only here; quote each element");
      }
    }
    return Arguments.of(expands ? Words.separated(line, start, end) : whole(start, end, false));
  }

  private Arguments healthcheckArguments(int start, int end) {
    int typeEnd = Words.separator(text, start, end);
    int command = Words.afterSeparators(text, typeEnd, end);
    while (command < end && WhiteSpace.is(text.charAt(command))) {
      command++;
    }
    Arguments probe = json(command, end, false);
    if (start == end) {
      return Arguments.of(List.of());
    }
    List<Word> words = new ArrayList<>(1 + probe.words.size());
    words.add(Word.verbatim(line, start, typeEnd));
    words.addAll(probe.words);
    return new Arguments(words, probe.isJson);
  }

  private Healthcheck healthcheck(Syntax syntax) {
    List<Word> words = syntax.arguments();
    List<Word> probe = words.isEmpty() ? words : words.subList(1, words.size());
    return new Healthcheck(syntax, new Command(file, syntax, probe, List.of()));
  }

  private Command command(Syntax syntax) {
    return new Command(file, syntax, syntax.arguments(), heredocs);
  }

  private static List<Mount> mounts(List<Flag> flags) {
    List<Mount> mounts = new ArrayList<>(0);
    for (Flag flag : flags) {
      if (flag.name().equals("mount") && flag.value().isPresent()) {
        mounts.add(new Mount(flag, MountFields.of(flag.value().get())));
      }
    }
    return List.copyOf(mounts);
  }

  private List<Assignment> assignments(Head head, List<Word> words) {
    boolean isArg = head.keyword == Keyword.ARG;
    if (!isArg && !words.isEmpty() && words.get(0).indexOf('=') < 0) {
      return legacy(head);
    }
    List<Assignment> assignments = new ArrayList<>(words.size());
    for (Word word : words) {
      int equals = word.indexOf('=');
      if (equals >= 0) {
        Word value = word.part(equals + 1, word.length());
        assignments.add(new Assignment(word.part(0, equals), value, false));
      } else if (isArg) {
        assignments.add(new Assignment(word, null, false));
      } else {
        reject(word.range(), "A word here is no name=value; quote values that hold blanks");
      }
    }
    return List.copyOf(assignments);
  }

  /** One name, separators, and a value to the end of the line. */
  private List<Assignment> legacy(Head head) {
    int nameEnd = Words.separator(text, head.start, head.end);
    int value = Words.afterSeparators(text, nameEnd, head.end);
    Word name = Word.expanding(line, head.start, nameEnd);
    if (nameEnd == head.end) {
      reject(name.range(), Quotation.format("%s has no value; write name=value", name));
    }
    return List.of(new Assignment(name, Word.expanding(line, value, head.end), true));
  }

  private void reject(SourceRange range, String message) {
    problems.add(new Problem(range, message, Problem.Kind.SYNTAX));
  }
}
