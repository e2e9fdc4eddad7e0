package io.github.dockeraudit.audit;

import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Element;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Edits of the kind that people make beside what a rule speaks of: form alone, and lines that move.
 */
final class HarmlessEdits {

  private static final Pattern CONTINUATION = Pattern.compile("\\\\\n(?=[ \t]*[^\\s#])");

  private static final Pattern DEPENDS_ON_INDENTATION =
      Pattern.compile("[|>][-+0-9]*\\s*\n|\t|(?m)^ *- [^\"'\n]*:( |$)");

  private final Random random;

  HarmlessEdits(long seed) {
    this.random = new Random(seed);
  }

  /** A Dockerfile after a few of them. */
  String ofDockerfile(String text) {
    String edited = text;
    for (int i = 0; i < 4; i++) {
      edited =
          switch (random.nextInt(5)) {
            case 0 -> betweenInstructions(edited, "# Note %d\n".formatted(random.nextInt(1000)));
            case 1 -> betweenInstructions(edited, "\n\n");
            case 2 -> wideKeyword(edited);
            case 3 -> deepContinuations(edited);
            default -> withoutLastLineEnd(edited);
          };
    }
    return lineEndings(edited);
  }

  /** A compose file after a few of them. */
  String ofCompose(String text) {
    String edited = text;
    for (int i = 0; i < 3; i++) {
      edited =
          switch (random.nextInt(4)) {
            case 0 -> beforeTopLevelKey(edited, "# Note %d\n".formatted(random.nextInt(1000)));
            case 1 -> beforeTopLevelKey(edited, "\n");
            case 2 -> deeper(edited);
            default -> withoutLastLineEnd(edited);
          };
    }
    return lineEndings(edited);
  }

  private String lineEndings(String text) {
    return random.nextInt(4) == 0 ? text.replace("\n", "\r\n") : text;
  }

  /** Not between a comment and what it may speak of. */
  private String betweenInstructions(String text, String inserted) {
    List<Integer> places = new ArrayList<>();
    Element before = null;
    for (Element element : Dockerfile.parse(Source.of("Dockerfile", text)).elements()) {
      if (element instanceof Instruction && before != null && !(before instanceof Comment)) {
        places.add(element.range().start());
      }
      before = element;
    }
    return inserted(text, inserted, places);
  }

  private String wideKeyword(String text) {
    List<Integer> places = new ArrayList<>();
    for (Element element : Dockerfile.parse(Source.of("Dockerfile", text)).elements()) {
      if (element instanceof Instruction instruction) {
        int end = instruction.keyword().range().end();
        if (end < text.length() && text.charAt(end) == ' ') {
          places.add(end);
        }
      }
    }
    return inserted(text, "  ", places);
  }

  private static String deepContinuations(String text) {
    return text.contains("<<") ? text : CONTINUATION.matcher(text).replaceAll("\\\\\n  ");
  }

  private static String withoutLastLineEnd(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text + "\n";
  }

  private String beforeTopLevelKey(String text, String inserted) {
    List<Integer> places = new ArrayList<>();
    for (int at = text.indexOf('\n') + 1; at > 0 && at < text.length(); ) {
      boolean isKey = Character.isLetter(text.charAt(at));
      int lineBefore = text.lastIndexOf('\n', at - 2) + 1;
      if (isKey && !text.substring(lineBefore, at).contains("#")) {
        places.add(at);
      }
      at = text.indexOf('\n', at) + 1;
    }
    return inserted(text, inserted, places);
  }

  /**
   * Twice the indentation; where a text goes over lines, that would be another text, and keys of an
   * item have to stay below the first one.
   */
  private static String deeper(String text) {
    if (DEPENDS_ON_INDENTATION.matcher(text).find()) {
      return text;
    }
    return Pattern.compile("(?m)^( +)").matcher(text).replaceAll("$1$1");
  }

  private String inserted(String text, String inserted, List<Integer> places) {
    if (places.isEmpty()) {
      return text;
    }
    int place = places.get(random.nextInt(places.size()));
    return text.substring(0, place) + inserted + text.substring(place);
  }
}
