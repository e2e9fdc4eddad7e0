package io.github.dockeraudit.yaml;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Builds the nodes of one file from SnakeYAML's events, with a stack of its own: however deep a
 * file nests, no call nests with it.
 */
final class YamlComposer {

  /** Longest text that is read, in UTF-16 code units; the longest compose files have 100 KB. */
  static final int MAX_LENGTH = 10_000_000;

  /** Deepest nesting that is read; compose files need about ten levels. */
  static final int MAX_DEPTH = 200;

  /** Most nodes that the aliases of a file may stand for in all. */
  static final long MAX_ALIASED = 100_000;

  private static final String TOO_DEEP =
      "Nested deeper than " + MAX_DEPTH + " levels; flatten the file";

  private static final String STANDARD_TAG = "tag:yaml.org,2002:";

  private final Source source;
  private final CodePoints offsets;
  private final List<YamlNode> documents = new ArrayList<>();
  private final List<YamlProblem> problems = new ArrayList<>();
  private final Deque<YamlFrame> open = new ArrayDeque<>();

  /** The completed nodes by anchor; one in the making is there without a node. */
  private final Map<String, Anchored> anchors = new HashMap<>();

  private ReadableText readable;

  /** Where the last event ends. */
  private int lastEnd;

  private long aliased;

  /** Set when nothing more is to be read. */
  private boolean stopped;

  YamlComposer(Source source) {
    this.source = source;
    this.offsets = new CodePoints(source.text());
  }

  Yaml compose() {
    if (source.text().length() > MAX_LENGTH) {
      problem(
          source.range(0, 0),
          "The file has more than %s characters; split it".formatted(MAX_LENGTH));
      return new Yaml(source, documents, problems);
    }
    try {
      readEvents();
    } catch (MarkedYAMLException e) {
      syntaxError(e);
    } catch (IllegalArgumentException e) {
      problem(characterAt(lastEnd), "An escape here is out of range; correct it");
    } catch (ReaderException e) {
      int start = offsets.toUtf16(e.getPosition());
      problem(characterAt(start), describe(e.getCodePoint()));
    }
    while (!open.isEmpty()) {
      close(source.text().length());
    }
    problems.sort(Comparator.comparing(YamlProblem::range));
    return new Yaml(source, documents, problems);
  }

  private void readEvents() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    readable = ReadableText.of(source.text(), offsets);
    ParserImpl parser = new ParserImpl(new StreamReader(readable.text()), options);
    int skipped = 0;
    while (!stopped && !parser.checkEvent(Event.ID.StreamEnd)) {
      Event event = parser.getEvent();
      lastEnd = offset(event.getEndMark());
      if (skipped > 0) {
        skipped += nesting(event);
        continue;
      }
      if (event instanceof CollectionStartEvent && open.size() == MAX_DEPTH) {
        skipped = 1;
        tooDeep(event);
      } else {
        read(event);
      }
    }
  }

  private static int nesting(Event event) {
    if (event instanceof CollectionStartEvent) {
      return 1;
    }
    return event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd) ? -1 : 0;
  }

  private void tooDeep(Event event) {
    int at = offset(event.getStartMark());
    problem(characterAt(at), TOO_DEEP);
    addNothing(at);
  }

  private void read(Event event) {
    if (event instanceof ScalarEvent) {
      scalar((ScalarEvent) event);
    } else if (event instanceof CollectionStartEvent) {
      start((CollectionStartEvent) event);
    } else if (event instanceof AliasEvent) {
      alias((AliasEvent) event);
    } else if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
      close(offset(event.getEndMark()));
    } else if (event.is(Event.ID.DocumentStart)) {
      anchors.clear();
    }
  }

  private void start(CollectionStartEvent event) {
    String tag = tagOf(event.getTag());
    int start = skipProperties(event, tag);
    boolean mapping = event instanceof MappingStartEvent;
    open.push(new YamlFrame(mapping, event.isFlow(), start, tag, event.getAnchor()));
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), Anchored.OPEN);
    }
  }

  private void close(int end) {
    YamlFrame frame = open.pop();
    YamlNode node = frame.build(source, end, this::problem);
    add(frame.anchor(), new Anchored(node, frame.size(), frame.height()));
  }

  private void scalar(ScalarEvent event) {
    ScalarStyle style = styleOf(event);
    String tag = tagOf(event.getTag());
    int end = offset(event.getEndMark());
    int start = Math.min(skipProperties(event, tag), end);
    if (style.isBlock()) {
      end = withoutTrailingSpace(start, end);
    }
    SourceRange range = source.range(start, end);
    YamlScalar node = new YamlScalar(range, tag, range, readable.restored(event.getValue()), style);
    add(event.getAnchor(), new Anchored(node, 1, 0));
  }

  private void alias(AliasEvent event) {
    SourceRange site = source.range(offset(event.getStartMark()), offset(event.getEndMark()));
    Anchored target = anchors.get(event.getAnchor());
    if (target == null) {
      problem(site, "Unknown anchor %s; define it before it is used".formatted(site.text()));
      addNothing(site.start());
    } else if (target.node == null) {
      problem(site, "%s stands inside its own anchor; take it out".formatted(site.text()));
      addNothing(site.start());
    } else if (aliased + target.size > MAX_ALIASED) {
      problem(site, "Aliases stand for more than %s nodes; use fewer".formatted(MAX_ALIASED));
      addNothing(site.start());
      stopped = true;
    } else if (open.size() + target.height > MAX_DEPTH) {
      problem(site, TOO_DEEP);
      addNothing(site.start());
    } else {
      aliased += target.size;
      add(null, new Anchored(target.node.usedAt(site), target.size, target.height));
    }
  }

  private void add(String anchor, Anchored node) {
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    if (open.isEmpty()) {
      documents.add(node.node);
    } else {
      open.peek().add(node.node, node.size, node.height);
    }
  }

  private void addNothing(int at) {
    SourceRange range = source.range(at, at);
    YamlScalar nothing = new YamlScalar(range, "", range, "", ScalarStyle.PLAIN);
    add(null, new Anchored(nothing, 1, 0));
  }

  /** The offset behind anchor and tag, which SnakeYAML counts as part of a node. */
  private int skipProperties(NodeEvent event, String tag) {
    int i = offset(event.getStartMark());
    if (event.getAnchor() == null && tag.isEmpty()) {
      return i;
    }
    String text = source.text();
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '#') {
        i = endOfLine(i);
      } else if (c == '&' || c == '!') {
        while (i < text.length() && !isSpace(text.charAt(i))) {
          i++;
        }
      } else if (isSpace(c)) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  private int endOfLine(int from) {
    int end = source.text().indexOf('\n', from);
    return end < 0 ? source.text().length() : end;
  }

  private int withoutTrailingSpace(int start, int end) {
    int last = end;
    while (last > start && isSpace(source.text().charAt(last - 1))) {
      last--;
    }
    return last;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static ScalarStyle styleOf(ScalarEvent event) {
    if (event.isPlain()) {
      return ScalarStyle.PLAIN;
    }
    if (event.isSQuoted()) {
      return ScalarStyle.SINGLE_QUOTED;
    }
    if (event.isDQuoted()) {
      return ScalarStyle.DOUBLE_QUOTED;
    }
    return event.isLiteral() ? ScalarStyle.LITERAL : ScalarStyle.FOLDED;
  }

  /** The tag as people write it; the empty string for none, and for a lone {@code !}. */
  private static String tagOf(String tag) {
    if (tag == null || tag.equals("!")) {
      return "";
    }
    return tag.startsWith(STANDARD_TAG) ? "!!" + tag.substring(STANDARD_TAG.length()) : tag;
  }

  private int offset(Mark mark) {
    return offsets.toUtf16(mark.getIndex());
  }

  private SourceRange characterAt(int offset) {
    int end = Math.min(offset + 1, source.text().length());
    return source.range(Math.min(offset, end), end);
  }

  private void syntaxError(MarkedYAMLException e) {
    Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    SourceRange place = characterAt(mark == null ? 0 : offset(mark));
    problem(place, describe(e.getProblem(), place.text()));
  }

  private static String describe(String problem, String character) {
    if (character.equals("\t")) {
      return "A tab cannot indent YAML; use spaces";
    }
    return problem.contains("cannot start any token")
        ? "'%s' cannot begin a value; put the value in quotes".formatted(character)
        : "Not valid YAML: %s; correct it".formatted(problem);
  }

  /** A byte that is not UTF-8 has become a half of a surrogate pair. */
  private static String describe(int character) {
    return character >= 0xDC80 && character <= 0xDCFF
        ? "The byte 0x%02X is not UTF-8; save the file as UTF-8".formatted(character & 0xFF)
        : "Character U+%04X is not allowed in YAML; remove it".formatted(character);
  }

  private void problem(SourceRange range, String message) {
    problems.add(new YamlProblem(range, message));
  }

  /**
   * A finished node with what it comes to once its aliases are put in place.
   *
   * @param size the number of its nodes, itself included
   * @param height the levels below it
   */
  private record Anchored(YamlNode node, long size, int height) {

    /** Stands for a node whose end has not been reached. */
    static final Anchored OPEN = new Anchored(null, 0, 0);
  }
}
