package io.github.dockeraudit.facts;

import io.github.dockeraudit.shell.Script;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import java.util.List;
import java.util.Optional;

/**
 * A download whose file is compared with a sum that the build knows, or with a signature: it does
 * not matter then who has sent it.
 */
public final class CheckedDownload {

  /** Not MD5, for which anybody makes another file of the same sum. */
  private static final String[] SUMS = {
    "sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum", "shasum"
  };

  private CheckedDownload() {}

  /** Whether a later command of the script checks the file that a curl or wget has written. */
  public static boolean is(SimpleCommand download, Script script) {
    Optional<String> name = file(download.unwrapped());
    return name.isPresent()
        && script.commands().stream()
            .filter(command -> command.range().start() > download.range().start())
            .anyMatch(command -> checks(command, name.get()));
  }

  /** Whether one of these programs reads the sums that an echo writes. */
  public static boolean isReadBy(SimpleCommand echo, String... programs) {
    return echo.pipedInto().stream()
        .flatMap(node -> node.commands().stream())
        .map(SimpleCommand::unwrapped)
        .anyMatch(sum -> sum.is(programs) && sum.hasFlag("-c", "--check"));
  }

  /** Its name without folders; empty if it is not written, or nobody knows under what name. */
  private static Optional<String> file(SimpleCommand download) {
    Optional<Word> named =
        download.is("wget")
            ? download.flagValue("-O", "--output-document")
            : download.flagValue("-o", "--output");
    boolean isNamedByAddress = download.is("wget") || download.hasFlag("-O", "--remote-name");
    List<Word> addresses = download.operands();
    return named
        .or(
            () ->
                isNamedByAddress && addresses.size() == 1
                    ? Optional.of(addresses.get(0))
                    : Optional.empty())
        .map(CheckedDownload::name)
        .filter(name -> !name.isEmpty() && !name.equals("-"));
  }

  private static String name(Word path) {
    String raw = path.raw();
    return raw.substring(raw.lastIndexOf('/') + 1).replace("\"", "").replace("'", "");
  }

  private static boolean checks(SimpleCommand command, String name) {
    SimpleCommand run = command.unwrapped();
    if (run.is("gpg", "gpg2", "gpgv")) {
      return (run.is("gpgv") || run.hasFlag("--verify"))
          && run.arguments().stream().anyMatch(word -> name(word).equals(name));
    }
    return run.is("echo", "printf")
        && run.arguments().stream().anyMatch(word -> word.raw().contains(name))
        && isReadBy(command, SUMS);
  }
}
