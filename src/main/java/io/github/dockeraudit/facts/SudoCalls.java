package io.github.dockeraudit.facts;

import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a {@code RUN} calls {@code sudo}, and how it does without. */
public final class SudoCalls {

  /** One call: the word itself, and the one after it if there is one. */
  private record Call(Word sudo, Optional<Word> next) {

    boolean isPlain() {
      return next.filter(word -> !word.raw().startsWith("-")).isPresent();
    }

    TextEdit deletion() {
      SourceRange range = sudo.range();
      int end = next.map(word -> word.range().start()).orElse(range.end());
      return range.source().range(range.start(), end).delete();
    }
  }

  private final Run run;
  private final List<Call> calls;
  private final boolean isAll;

  private SudoCalls(Run run, List<Call> calls, boolean isAll) {
    this.run = run;
    this.calls = calls;
    this.isAll = isAll;
  }

  /** The calls of a RUN; empty if there is none. */
  public static Optional<SudoCalls> in(Run run) {
    List<SimpleCommand> commands = run.command().script().commands();
    List<Call> calls = commands.stream().flatMap(SudoCalls::call).toList();
    return calls.isEmpty()
        ? Optional.empty()
        : Optional.of(new SudoCalls(run, calls, calls.size() == commands.size()));
  }

  private static Stream<Call> call(SimpleCommand command) {
    if (!command.is("sudo") && !command.wrappers().contains("sudo")) {
      return Stream.empty();
    }
    List<Word> words = command.words();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).is("sudo") || words.get(i).is("/usr/bin/sudo")) {
        return Stream.of(new Call(words.get(i), words.stream().skip(i + 1L).findFirst()));
      }
    }
    return Stream.empty();
  }

  /** The word of the first call. */
  public Word first() {
    return calls.get(0).sudo();
  }

  /** Leaves {@code sudo} out, or says why that cannot be. */
  public Remedy remedy(Stage stage) {
    return obstacle(stage)
        .map(Remedy::none)
        .orElseGet(() -> Remedy.intended("Run it without sudo", edits(stage)));
  }

  private Optional<String> obstacle(Stage stage) {
    if (!calls.stream().allMatch(Call::isPlain)) {
      return Optional.of("sudo is given options");
    }
    Optional<String> user = user(stage);
    if (user.isEmpty()) {
      return Optional.of("who runs it is not known");
    }
    boolean isRoot = EffectiveUser.isRoot(user.get());
    if (!isRoot && run.isTrigger()) {
      return Optional.of("it is run in another build");
    }
    return isRoot || isAll
        ? Optional.empty()
        : Optional.of("parts of it are run by %s and not by root".formatted(user.get()));
  }

  /** Has root run the whole if another user would. */
  private List<TextEdit> edits(Stage stage) {
    List<TextEdit> edits = new ArrayList<>();
    String user = user(stage).orElseThrow();
    SourceRange range = run.range();
    String newline = range.source().lineEnding();
    if (EffectiveUser.isRoot(user)) {
      calls.forEach(call -> edits.add(call.deletion()));
      return edits;
    }
    edits.add(range.insertBefore(run.alike("USER root") + newline));
    calls.forEach(call -> edits.add(call.deletion()));
    edits.add(run.lineAfter("USER " + user));
    return edits;
  }

  private Optional<String> user(Stage stage) {
    if (stage.stateAt(run).userInstruction().isPresent()) {
      return stage.stateAt(run).user().text();
    }
    return stage.root().image().flatMap(BaseImages::find).flatMap(BaseImage::defaultUser);
  }
}
