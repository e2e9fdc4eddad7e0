package io.github.dockeraudit.facts;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds by their names the secrets in running text, such as a command, a connection string or a
 * comment: {@code password=x}, {@code --password x}, {@code mysql -px}, {@code ftp://user:x@host}
 * and <code>${PASSWORD:-x}</code>.
 *
 * <p>Reads the text as it stands in the file, in whatever language, in one pass.
 */
final class SecretText {

  /**
   * A stretch of text that is meant to be a secret, as {@link Secrets} says of its name.
   *
   * @param name what names it: a variable, an option, the scheme of a URL
   * @param value the text, without the quotes around it; never empty
   * @param kind how it is named
   */
  record Hit(SourceRange name, SourceRange value, Kind kind) {

    /** Whether it is what stands between the lines that begin and end a private key. */
    boolean isPrivateKey() {
      return kind == Kind.TOKEN && name.text().startsWith("-----BEGIN") && isBase64(value.text());
    }

    private static boolean isBase64(String text) {
      String bare = BLANKS.matcher(text).replaceAll("");
      return bare.length() >= SHORTEST_KEY && KEY.matcher(bare).matches();
    }

    String nameInMessage() {
      return kind == Kind.URL ? "the password in the URL" : "the value of " + name.text();
    }
  }

  /** How a secret is named. */
  enum Kind {
    /** {@code name=value}. */
    ASSIGNMENT,
    /** An option of a command. */
    OPTION,
    /** The password in a URL. */
    URL,
    /** <code>${NAME:-value}</code>. */
    DEFAULT,
    /** {@code name: value}, as in YAML, JSON and headers. */
    ENTRY,
    /** Not named at all, but of the form of a well-known kind of token. */
    TOKEN
  }

  /** Of an elliptic curve, the shortest in use. */
  private static final int SHORTEST_KEY = 60;

  /** Line ends as they are written in the string of a script, and in YAML. */
  private static final Pattern BLANKS = Pattern.compile("\\\\n|[\\s\\\\'\"]");

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/=:,-]+");

  private static final String PRIVATE_KEY = "PRIVATE KEY-----";

  /** What the tokens of services begin with that many leak. */
  private static final String[] TOKENS = {
    "AIza",
    "AKIA",
    "ASIA",
    "SG.",
    "dckr_pat_",
    "eyJ",
    "ghp_",
    "gho_",
    "ghs_",
    "ghu_",
    "github_pat_",
    "glpat-",
    "hf_",
    "npm_",
    "pypi-",
    "rk_live_",
    "sk-",
    "sk_live_",
    "xoxa-",
    "xoxb-",
    "xoxp-",
    "xoxs-"
  };

  private static final int SHORTEST_TOKEN = 20;

  /** Long options whose names {@link Secrets} cannot know. */
  private static final Set<String> OPTIONS =
      Set.of("requirepass", "masterauth", "pass", "storepass", "keypass");

  /** Words in the names of options that say something about a password and do not take it. */
  private static final Set<String> HARMLESS_OPTIONS =
      Set.of("disabled", "env", "fd", "prompt", "stdin");

  /** Options that have no value, or a path, in most programs. */
  private static final Set<String> OFTEN_SWITCHES = Set.of("--auth", "--key");

  /** Short options that take a password, by the program that has them. */
  private static final Map<String, Character> SHORT_OPTIONS =
      Map.ofEntries(
          Map.entry("cqlsh", 'p'),
          Map.entry("curl", 'u'),
          Map.entry("ldapadd", 'w'),
          Map.entry("ldapsearch", 'w'),
          Map.entry("login", 'p'),
          Map.entry("mongo", 'p'),
          Map.entry("mongodump", 'p'),
          Map.entry("mongorestore", 'p'),
          Map.entry("mongosh", 'p'),
          Map.entry("mariadb", 'p'),
          Map.entry("mariadb-admin", 'p'),
          Map.entry("mariadb-dump", 'p'),
          Map.entry("mysql", 'p'),
          Map.entry("mysqladmin", 'p'),
          Map.entry("mysqldump", 'p'),
          Map.entry("redis-cli", 'a'),
          Map.entry("sqlcmd", 'P'),
          Map.entry("sshpass", 'p'),
          Map.entry("valkey-cli", 'a'));

  /** The {@link Letters} of those programs. */
  private static final int[] PROGRAMS =
      SHORT_OPTIONS.keySet().stream().mapToInt(Letters::of).toArray();

  /** Programs for which the password is never a word of its own: {@code -p x} names a database. */
  private static final Set<String> ONLY_ATTACHED =
      Set.of("mysql", "mysqladmin", "mysqldump", "mariadb", "mariadb-admin", "mariadb-dump");

  /** What stands for a secret, whatever its length. */
  private static final String MASK = "***";

  /** Bounds the search for the end of one that has none. */
  private static final int LONGEST_EXPANSION = 500;

  /** Longest first line of a private key. */
  private static final int LONGEST_HEADER = 56;

  /** Longest name of a user before the colon and the password. */
  private static final int LONGEST_USER = 256;

  /** Whether a character of ASCII may be part of a name. */
  private static final boolean[] NAME_CHARACTERS = new boolean[128];

  static {
    for (char c = 0; c < NAME_CHARACTERS.length; c++) {
      NAME_CHARACTERS[c] = Character.isLetterOrDigit(c) || "_-.".indexOf(c) >= 0;
    }
  }

  private final SourceRange range;
  private final String text;
  private final int end;
  private final List<Hit> hits = new ArrayList<>();
  private String program = "";

  /** The {@link Letters} of the name that was read last. */
  private int letters;

  /** The end of the values found so far; inside of them only defaults are looked for. */
  private int covered;

  private SecretText(SourceRange range) {
    this.range = range;
    this.text = range.source().text();
    this.end = range.end();
  }

  /** The secrets in a text, in its order; their values may be references all the same. */
  static List<Hit> in(SourceRange range) {
    SecretText reader = new SecretText(range);
    reader.read();
    return reader.hits;
  }

  /** A short text without line ends, such as a quote of a file, with the secrets in it masked. */
  static String masked(String text) {
    if (text.indexOf('=') < 0 && text.indexOf("://") < 0) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
    List<Hit> hits = in(Source.of("", text).range());
    for (int i = hits.size() - 1; i >= 0; i--) {
      SourceRange value = hits.get(i).value();
      if (SecretValue.of(value.text()) != SecretValue.REFERENCE) {
        masked.replace(value.start(), Math.min(value.end(), masked.length()), MASK);
      }
    }
    return masked.toString();
  }

  /** Adds what has to be looked at in a text, and perhaps more. */
  static void skim(SourceRange range, SecretHints hints) {
    SecretText reader = new SecretText(range);
    int at = reader.skim(range.start());
    while (at < reader.end) {
      boolean isUrl = reader.text.charAt(at) == ':';
      int next = isUrl ? at + "://".length() : Math.max(at + 1, reader.endOfName(at));
      hints.add(at, next);
      at = reader.skim(next);
    }
  }

  private void read() {
    int at = skim(range.start());
    while (at < end) {
      at = skim(text.charAt(at) == ':' ? readUrl(at) : readName(at));
    }
  }

  /**
   * Where the next name stands that has to be looked at, or the colon of the next URL; the end if
   * there is none. Nearly all characters of a project are passed here, and by nothing else.
   */
  private int skim(int from) {
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (isNameCharacter(c)) {
        int nameEnd = endOfName(at);
        if (mayMatter(at, nameEnd)) {
          return at;
        }
        at = nameEnd;
      } else if (c == ':' && text.startsWith("://", at)) {
        return at;
      } else {
        if (c == ';' || c == '|' || c == '&') {
          program = "";
        }
        at++;
      }
    }
    return end;
  }

  /** Reads a name and its value, if it has one; returns where to go on. */
  private int readName(int start) {
    int nameEnd = endOfName(start);
    int dashes = endOfDashes(start, nameEnd);
    String name = text.substring(dashes, nameEnd);
    if (name.isEmpty() || start < covered && !isInExpansion(start)) {
      return Math.max(nameEnd, start + 1);
    }
    if (isToken(name) || isPrivateKey(start)) {
      return addToken(start, dashes, nameEnd);
    }
    if (SHORT_OPTIONS.containsKey(name)) {
      program = name;
    }
    boolean isOption = dashes > start;
    if (isOption && dashes == start + 1 && readShortOption(start, nameEnd)) {
      return nameEnd;
    }
    if (isOption ? isSecretOption(name) : Secrets.isSecret(name)) {
      return readValue(start, nameEnd, isOption);
    }
    return nameEnd;
  }

  private int endOfDashes(int start, int nameEnd) {
    int dashes = start;
    while (dashes < nameEnd && text.charAt(dashes) == '-') {
      dashes++;
    }
    return dashes;
  }

  /**
   * Whether a name has to be looked at: it is long enough for a token, may be an option that takes
   * a password or begin a private key, holds a part of a secret's name or is a program. Most words
   * of a text are none of these, as their letters tell.
   */
  private boolean mayMatter(int start, int nameEnd) {
    boolean isOption = nameEnd > start && text.charAt(start) == '-';
    if (nameEnd - start >= SHORTEST_TOKEN
        || nameEnd == start
        || isOption && (!program.isEmpty() || text.startsWith("---", start))) {
      return true;
    }
    return Secrets.isHintedAt(text, start, nameEnd, letters)
        || Letters.holdOneOf(PROGRAMS, letters)
            && SHORT_OPTIONS.containsKey(text.substring(endOfDashes(start, nameEnd), nameEnd));
  }

  private static boolean isToken(String word) {
    return word.length() >= SHORTEST_TOKEN
            && beginsLikeToken(word)
            && word.chars().anyMatch(Character::isDigit)
            && word.chars().anyMatch(Character::isUpperCase)
        || SecretFormat.isToken(word);
  }

  private static boolean beginsLikeToken(String word) {
    char first = word.charAt(0);
    for (String token : TOKENS) {
      if (token.charAt(0) == first && word.startsWith(token)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPrivateKey(int start) {
    return text.startsWith("-----BEGIN ", start)
        && find(PRIVATE_KEY, start, start + LONGEST_HEADER) > 0;
  }

  private int addToken(int start, int dashes, int nameEnd) {
    if (isPrivateKey(start)) {
      int from = find(PRIVATE_KEY, start, end) + PRIVATE_KEY.length();
      int last = find("-----END", from, end);
      int to = last < 0 ? end : last;
      addRange(start, nameEnd, Math.min(from, to), to, Kind.TOKEN);
      return to;
    }
    addRange(dashes, nameEnd, dashes, nameEnd, Kind.TOKEN);
    return nameEnd;
  }

  /** A dash is part of a name, but not of one in an expansion. */
  private int endOfName(int start) {
    boolean inExpansion = isInExpansion(start);
    int read = 0;
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (c >= 128 ? !Character.isLetter(c) : !NAME_CHARACTERS[c] || inExpansion && c == '-') {
        break;
      }
      read |= Letters.of(c);
      at++;
    }
    letters = read;
    return at;
  }

  private boolean isInExpansion(int name) {
    return name > 1 && text.charAt(name - 1) == '{' && text.charAt(name - 2) == '$';
  }

  private static boolean isSecretOption(String name) {
    return (OPTIONS.contains(name) || Secrets.isSecret(name))
        && Secrets.words(name).stream().noneMatch(HARMLESS_OPTIONS::contains);
  }

  private int readValue(int start, int nameEnd, boolean isOption) {
    if (isInExpansion(start)) {
      int operator = nameEnd + (isAt(nameEnd, ':') ? 1 : 0);
      return isAt(operator, '-') ? add(start, nameEnd, operator + 1, Kind.DEFAULT) : nameEnd;
    }
    if (isAt(nameEnd, '=')) {
      return isAt(nameEnd + 1, '=') ? nameEnd : add(start, nameEnd, nameEnd + 1, Kind.ASSIGNMENT);
    }
    int entry = afterColon(nameEnd);
    if (entry > 0 && !isCollection(entry)) {
      return add(start, nameEnd, entry, Kind.ENTRY);
    }
    return isOption && !OFTEN_SWITCHES.contains(text.substring(start, nameEnd))
        ? add(start, nameEnd, nextWord(nameEnd), Kind.OPTION)
        : nameEnd;
  }

  /** Where the value of {@code name: value} begins; -1 if nothing stands there in the same line. */
  private int afterColon(int nameEnd) {
    int at = nameEnd;
    while (isQuote(at) || isAt(at, ' ')) {
      at++;
    }
    if (!isAt(at, ':') || !isAt(at + 1, ' ')) {
      return -1;
    }
    while (isAt(at + 1, ' ')) {
      at++;
    }
    return at + 1;
  }

  /** A list, a mapping, an alias or a block, which no value in a line can be. */
  private boolean isCollection(int at) {
    return at < end && "[{*&|>".indexOf(text.charAt(at)) >= 0;
  }

  private boolean readShortOption(int start, int nameEnd) {
    Character option = SHORT_OPTIONS.get(program);
    if (option == null || !isAt(start + 1, option)) {
      return false;
    }
    int valueStart = start + 2;
    if (valueStart == nameEnd && !ONLY_ATTACHED.contains(program) && !isValue(valueStart)) {
      valueStart = nextWord(nameEnd);
    }
    int colon = program.equals("curl") ? colonIn(valueStart) : valueStart - 1;
    if (colon >= 0) {
      add(start, start + 2, colon + 1, Kind.OPTION);
    }
    return true;
  }

  /** Whether a value goes on here that is attached to its option and no part of a name. */
  private boolean isValue(int at) {
    return at < end && !isQuote(at) && !isSpace(at) && !isAt(at, ',') && !isAt(at, ']');
  }

  private int colonIn(int valueStart) {
    int colon = find(":", valueStart, valueStart + LONGEST_USER);
    return colon >= 0 && colon < endOfValue(valueStart) ? colon : -1;
  }

  /** The first word after an option, in a command line, a JSON array or a YAML list. */
  private int nextWord(int from) {
    int at = from + (isQuote(from) ? 1 : 0);
    while (at < end && isBetweenWords(at)) {
      at++;
    }
    return isAt(at + (isQuote(at) ? 1 : 0), '-') ? end : at;
  }

  private boolean isBetweenWords(int at) {
    return isSpace(at)
        || isAt(at, ',')
        || isAt(at, '\\')
        || isAt(at, '-') && at + 1 < end && isSpace(at + 1);
  }

  private int readUrl(int colon) {
    int start = colon + 3;
    int limit = start;
    int separator = -1;
    int at = -1;
    while (limit < end
        && !isSpace(limit)
        && !isQuote(limit)
        && "<>`,|".indexOf(text.charAt(limit)) < 0) {
      int expansion = endOfExpansion(limit);
      if (expansion > limit) {
        limit = expansion;
        continue;
      }
      char c = text.charAt(limit);
      if (c == ':' && separator < 0) {
        separator = limit;
      } else if (c == '@') {
        at = limit;
      } else if ("/?#".indexOf(c) >= 0
          && (at > 0 || separator < 0 || isPort(separator + 1, limit))) {
        break;
      }
      limit++;
    }
    boolean isListener = at + 1 < limit && isPort(at + 1, limit);
    if (separator > 0 && separator + 1 < at && !isListener) {
      addRange(startOfScheme(colon), colon, separator + 1, at, Kind.URL);
    }
    return limit;
  }

  private int startOfScheme(int colon) {
    int start = colon;
    while (start > range.start()
        && (isNameCharacter(text.charAt(start - 1)) || text.charAt(start - 1) == '+')) {
      start--;
    }
    return start;
  }

  private boolean isPort(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int add(int nameStart, int nameEnd, int valueStart, Kind kind) {
    int from = valueStart;
    int to;
    if (kind == Kind.DEFAULT) {
      to = endOfExpansion(nameStart - 2) - 1;
    } else if (kind == Kind.ENTRY && !isQuote(from)) {
      to = endOfLine(from);
    } else if (isQuote(from)) {
      to = closingQuote(from);
      from++;
    } else {
      to = endOfValue(from);
    }
    if (from < to) {
      addRange(nameStart, nameEnd, from, to, kind);
    }
    return Math.max(nameEnd, Math.min(from, end));
  }

  private void addRange(int nameStart, int nameEnd, int from, int to, Kind kind) {
    covered = Math.max(covered, to);
    hits.add(
        new Hit(range.source().range(nameStart, nameEnd), range.source().range(from, to), kind));
  }

  /** A value in YAML may hold spaces; a comment and an outer quote end it. */
  private int endOfLine(int from) {
    int at = from;
    while (at < end && "\r\n\"'}".indexOf(text.charAt(at)) < 0 && !text.startsWith(" #", at)) {
      int expansion = endOfExpansion(at);
      at = expansion > at ? expansion : at + 1;
    }
    return at;
  }

  private int closingQuote(int open) {
    int close = text.indexOf(text.charAt(open), open + 1);
    return close < 0 || close > end ? end : close;
  }

  private int endOfValue(int from) {
    int at = from;
    while (at < end && !isEndOfValue(at)) {
      int expansion = endOfExpansion(at);
      at = expansion > at ? expansion : at + 1;
    }
    return at;
  }

  private boolean isEndOfValue(int at) {
    return isSpace(at)
        || isQuote(at)
        || ";&|<>)}]".indexOf(text.charAt(at)) >= 0
        || isAt(at, ',') && (at + 1 >= end || isSpace(at + 1))
        || isAt(at, '\\') && at + 1 < end && (isQuote(at + 1) || isSpace(at + 1));
  }

  /** Where <code>${...}</code> or {@code $(...)} that begins here ends; itself if none does. */
  private int endOfExpansion(int start) {
    if (!isAt(start, '$') || !isAt(start + 1, '{') && !isAt(start + 1, '(')) {
      return start;
    }
    char open = text.charAt(start + 1);
    char close = open == '{' ? '}' : ')';
    int depth = 0;
    int limit = Math.min(end, start + LONGEST_EXPANSION);
    for (int i = start + 1; i < limit; i++) {
      char c = text.charAt(i);
      depth += c == open ? 1 : c == close ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
      if (c == '\n') {
        return start;
      }
    }
    return start;
  }

  private static boolean isNameCharacter(char c) {
    return c < 128 ? NAME_CHARACTERS[c] : Character.isLetter(c);
  }

  /** Where a text stands first before a limit; -1 if nowhere. The rest of the file is not read. */
  private int find(String sought, int from, int limit) {
    int last = Math.min(end, limit) - sought.length();
    for (int at = from; at <= last; at++) {
      if (text.startsWith(sought, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean isQuote(int at) {
    return isAt(at, '"') || isAt(at, '\'');
  }

  private boolean isSpace(int at) {
    return Character.isWhitespace(text.charAt(at));
  }

  private boolean isAt(int at, char c) {
    return at < end && text.charAt(at) == c;
  }
}
