package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Assignment;
import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.facts.SecretText.Hit;
import io.github.dockeraudit.facts.SecretText.Kind;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.project.ScriptFile;
import io.github.dockeraudit.source.Located;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A secret that is written into a text, certainly enough to say so: a token of a known form, the
 * key to something, the password in a URL, or what is named as a secret and looks drawn by chance.
 *
 * @param name what it is, for a message; never its value
 * @param range where that stands
 */
public record SecretInText(String name, SourceRange range) implements Located {

  /** Words with which a key is a secret. */
  private static final Set<String> KINDS_OF_KEYS =
      Set.of(
          "access", "account", "api", "app", "encryption", "jwt", "private", "secret", "signing");

  private static final Pattern FILE = Pattern.compile("[\\w./-]*[./][A-Za-z][A-Za-z0-9]{1,9}");

  private static final String TOKEN = "a token or key";

  /**
   * Those in the instructions of a Dockerfile, each value once; without the variables that are
   * secrets by their names.
   */
  public static List<SecretInText> in(Dockerfile file) {
    Reader reader = new Reader();
    for (Instruction instruction : file.instructions()) {
      reader.read(
          instruction.range(),
          place -> isInComment(place, instruction) || isSecretVariable(place, instruction));
    }
    return reader.found;
  }

  /** Those in the scripts of a project and in its examples of files that set variables. */
  public static List<SecretInText> inFiles(Project project) {
    Reader reader = new Reader();
    for (ScriptFile script : project.scripts()) {
      reader.read(script.source().range(), place -> false);
    }
    project.envFiles().stream()
        .filter(file -> file.isExample())
        .forEach(file -> reader.read(file.source().range(), place -> false));
    return reader.found;
  }

  private static boolean isInComment(SourceRange place, Instruction instruction) {
    return instruction.comments().stream().map(Comment::range).anyMatch(c -> c.contains(place));
  }

  private static boolean isSecretVariable(SourceRange place, Instruction instruction) {
    return assignments(instruction).stream()
        .filter(assignment -> Secrets.isSecret(assignment.name().text()))
        .anyMatch(assignment -> assignment.range().contains(place));
  }

  private static List<Assignment> assignments(Instruction instruction) {
    if (instruction instanceof Env env) {
      return env.assignments();
    }
    if (instruction instanceof Arg arg) {
      return arg.assignments();
    }
    return instruction instanceof Onbuild onbuild ? assignments(onbuild.trigger()) : List.of();
  }

  private interface Excuse {
    boolean holdsFor(SourceRange place);
  }

  /** Collects what is found, each value once. */
  private static final class Reader {

    private final List<SecretInText> found = new ArrayList<>();
    private final Set<String> values = new HashSet<>();

    void read(SourceRange text, Excuse excuse) {
      for (Hit hit : SecretText.in(text)) {
        if (isCertain(hit) && !excuse.holdsFor(hit.value()) && values.add(hit.value().text())) {
          boolean isToken = hit.kind() == Kind.TOKEN;
          found.add(
              new SecretInText(
                  isToken ? TOKEN : hit.nameInMessage(), isToken ? firstOf(hit) : hit.name()));
        }
      }
    }

    /** As much of a token as tells its kind. */
    private static SourceRange firstOf(Hit hit) {
      SourceRange name = hit.name();
      return name.source().range(name.start(), Math.min(name.end(), name.start() + 4));
    }

    private static boolean isCertain(Hit hit) {
      String value = hit.value().text().strip();
      return switch (hit.kind()) {
        case TOKEN -> hit.isPrivateKey() || SecretFormat.isToken(value);
        case URL -> SecretValue.of(value) == SecretValue.LITERAL && !isConstant(value);
        case ASSIGNMENT, OPTION, ENTRY ->
            SecretFormat.isToken(value) || isNamed(hit.name().text()) && isRandom(value);
        case DEFAULT -> SecretFormat.isToken(value);
      };
    }

    /** {@code http://me:REPO_PASSWORD@example.com} shows where one belongs. */
    private static boolean isConstant(String value) {
      return value.chars().allMatch(c -> c == '_' || Character.isUpperCase(c));
    }

    /** A key by itself may be a file, a fingerprint or a name in a map. */
    private static boolean isNamed(String name) {
      List<String> words = Secrets.words(name);
      String last = words.get(words.size() - 1);
      boolean isKey = last.equals("key") || last.equals("auth");
      return !isKey || words.stream().anyMatch(KINDS_OF_KEYS::contains);
    }

    private static boolean isRandom(String value) {
      return SecretValue.of(value) == SecretValue.LITERAL
          && SecretFormat.isRandom(value)
          && value.chars().noneMatch(c -> c == '\\' || Character.isWhitespace(c))
          && !FILE.matcher(value).matches();
    }
  }
}
