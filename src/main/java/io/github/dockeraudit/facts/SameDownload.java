package io.github.dockeraudit.facts;

import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The same download with the other of curl and wget. */
public final class SameDownload {

  /** Flags that change only what is printed, or what the other program does anyway. */
  private static final Pattern CURL =
      Pattern.compile("-[fsSL]+|--fail|--silent|--show-error|--location");

  private static final Pattern WGET =
      Pattern.compile(
          "-(?:q|nv)|--quiet|--no-verbose|--progress=\\S+|--show-progress|--https-only");

  private SameDownload() {}

  /** The command to write instead; empty where an option has no counterpart. */
  public static Optional<String> of(SimpleCommand command) {
    List<Word> addresses = command.operands();
    boolean isRead = !command.redirections().isEmpty() || !command.assignments().isEmpty();
    if (addresses.size() != 1 || isRead || addresses.get(0).raw().indexOf('?') >= 0) {
      return Optional.empty();
    }
    String address = addresses.get(0).raw();
    return command.is("curl") ? wget(command, address) : curl(command, address);
  }

  private static Optional<String> wget(SimpleCommand curl, String address) {
    List<String> rest = new ArrayList<>();
    for (Word word : curl.arguments()) {
      String flag = word.raw();
      if (!flag.equals(address) && !CURL.matcher(flag).matches()) {
        rest.add(flag);
      }
    }
    if (rest.isEmpty()) {
      return Optional.of("wget -q -O - " + address);
    }
    if (rest.size() == 1 && rest.get(0).matches("-[fsSL]*O")) {
      return Optional.of("wget -q " + address);
    }
    boolean isNamed = rest.size() == 2 && rest.get(0).matches("-[fsSL]*o|--output");
    return isNamed ? Optional.of("wget -q -O " + rest.get(1) + " " + address) : Optional.empty();
  }

  private static Optional<String> curl(SimpleCommand wget, String address) {
    List<String> rest = new ArrayList<>();
    for (Word word : wget.arguments()) {
      String flag = word.raw();
      if (!flag.equals(address) && !WGET.matcher(flag).matches()) {
        rest.add(flag);
      }
    }
    if (rest.isEmpty()) {
      return address.endsWith("/") ? Optional.empty() : Optional.of("curl -fsSLO " + address);
    }
    boolean isPrinted = String.join(" ", rest).matches("-q?O ?-|-O ?-");
    if (isPrinted) {
      return Optional.of("curl -fsSL " + address);
    }
    boolean isNamed = rest.size() == 2 && rest.get(0).matches("-q?O|--output-document");
    return isNamed ? Optional.of("curl -fsSL -o " + rest.get(1) + " " + address) : Optional.empty();
  }
}
