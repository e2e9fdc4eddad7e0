package io.github.dockeraudit.facts.reorder;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Arg;
import io.github.dockeraudit.dockerfile.Blank;
import io.github.dockeraudit.dockerfile.Comment;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Element;
import io.github.dockeraudit.dockerfile.Env;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Onbuild;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.Unknown;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.dockerfile.Workdir;
import io.github.dockeraudit.facts.ContextCopy;
import io.github.dockeraudit.facts.DependencyInstall;
import io.github.dockeraudit.facts.LateInstall;
import io.github.dockeraudit.facts.reorder.CopiedFiles.Copied;
import io.github.dockeraudit.facts.reorder.CopiedFiles.Origin;
import io.github.dockeraudit.project.BuildContext;
import io.github.dockeraudit.project.Paths;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.shell.Node;
import io.github.dockeraudit.shell.SimpleCommand;
import io.github.dockeraudit.source.SourceRange;
import io.github.dockeraudit.source.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How to install the dependencies of a project before its sources are copied.
 *
 * <p>The instructions that copy sources are taken from their place, where only the manifests are
 * copied then, and put after the install. A RUN that does more than the install is parted. Where
 * the install is a part of the build, as with Maven, it stays, and a command before the sources
 * fetches what it needs.
 */
public final class Reordering {

  private final boolean isSure;
  private final List<TextEdit> edits;

  private Reordering(boolean isSure, List<TextEdit> edits) {
    this.isSure = isSure;
    this.edits = List.copyOf(edits);
  }

  /** What came of trying: a way to do it, or a clause that says what stands against it. */
  public record Attempt(Optional<Reordering> reordering, String obstacle) {}

  /** Whether no case is known in which the build would fail after it. */
  public boolean isSure() {
    return isSure;
  }

  /** The changes, in the Dockerfile and in the ignore file. */
  public List<TextEdit> edits() {
    return edits;
  }

  /** Tries to have the install before the sources. */
  public static Attempt of(LateInstall late, Dockerfile file, Project project) {
    try {
      return new Attempt(Optional.of(new Draft(late, file, project).reordering()), "");
    } catch (ObstacleException obstacle) {
      return new Attempt(Optional.empty(), obstacle.getMessage());
    }
  }

  /** Works it out. */
  private static final class Draft {

    private final Dockerfile file;
    private final Project project;
    private final Stage stage;
    private final Run run;
    private final BuildContext context;
    private final CopiedFiles files;
    private final List<Instruction> moved;
    private final Steps steps;
    private final int first;
    private final Set<String> wanted = new LinkedHashSet<>();
    private final IgnoreLines ignored;
    private final String lineEnding;
    private boolean isSure = true;
    private String step;

    /** The last RUN that the sources come after. */
    private Run last;

    /** The index of the first step of the first RUN that stays behind the sources. */
    private int rest;

    Draft(LateInstall late, Dockerfile file, Project project) throws ObstacleException {
      this.file = file;
      this.project = project;
      this.stage = late.stage();
      this.run = late.run();
      this.last = run;
      this.lineEnding = file.source().lineEnding();
      this.context = onlyContext(file, project);
      this.files = new CopiedFiles(project, context, stage, run);
      this.ignored = new IgnoreLines(project, file, context);
      this.moved = moved(late);
      if (run.mounts().stream().anyMatch(mount -> mount.type().equals("bind"))) {
        throw new ObstacleException("the RUN mounts files");
      }
      this.steps = new Steps(run);
      this.first = steps.indexOf(late.install());
    }

    private static BuildContext onlyContext(Dockerfile file, Project project)
        throws ObstacleException {
      List<BuildContext> contexts = project.contexts(file);
      if (contexts.size() > 1) {
        throw new ObstacleException("it is built in several folders");
      }
      if (contexts.isEmpty() || !project.tree().isListed(contexts.get(0).folder())) {
        throw new ObstacleException("the build context is not known");
      }
      return contexts.get(0);
    }

    /** What copies sources, and what copies over them. */
    private List<Instruction> moved(LateInstall late) throws ObstacleException {
      List<Instruction> moved = new ArrayList<>();
      for (Instruction instruction : between(stage.range().end(), run.range().start())) {
        boolean overlaps =
            !moved.isEmpty()
                && ContextCopy.of(instruction).isPresent()
                && files.all().stream()
                    .filter(one -> one.copy().instruction() == instruction)
                    .anyMatch(one -> changesWhatIsMoved(one, moved));
        if (LateInstall.sourcesIn(instruction).isPresent()
            || overlaps
            || isChmodOf(moved, instruction)) {
          moved.add(instruction);
        }
      }
      if (moved.stream().noneMatch(one -> one.range().contains(late.sources().range()))) {
        throw new ObstacleException("another stage copies the sources");
      }
      return moved;
    }

    /** Whether it does nothing but make files executable that are copied before. */
    private boolean isChmodOf(List<Instruction> moved, Instruction instruction) {
      return !moved.isEmpty()
          && instruction instanceof Run chmod
          && chmod.command().script().commands().stream()
              .allMatch(command -> isChmod(command) && namesOnlyFiles(command, chmod));
    }

    private static boolean isChmod(SimpleCommand command) {
      return command.is("chmod")
          && !command.hasFlag("-R", "--recursive")
          && command.redirections().isEmpty();
    }

    private boolean namesOnlyFiles(SimpleCommand chmod, Instruction at) {
      String folder = CopiedFiles.workdir(stage.stateAt(at));
      return chmod.operands().stream()
          .skip(1)
          .allMatch(
              file ->
                  file.literal()
                      .filter(path -> files.hasFile(CopiedFiles.resolve(folder, path)))
                      .isPresent());
    }

    /** Copying the very same file to the very same place changes nothing. */
    private boolean changesWhatIsMoved(Copied one, List<Instruction> moved) {
      return files.all().stream()
          .filter(other -> moved.contains(other.copy().instruction()))
          .filter(
              other ->
                  Paths.isWithin(one.target(), other.target())
                      || Paths.isWithin(other.target(), one.target()))
          .anyMatch(
              other ->
                  !one.source()
                      .equals(
                          Paths.clean(
                              other.source()
                                  + "/"
                                  + CopiedFiles.below(one.target(), other.target()))));
    }

    private List<Instruction> between(int start, int end) {
      return stage.instructions().stream()
          .filter(one -> one.range().start() >= start && one.range().end() <= end)
          .toList();
    }

    Reordering reordering() throws ObstacleException {
      describe(steps, first);
      rest = first + 1;
      if (step == null) {
        checkBefore();
        takeWhatFollows();
        takeFurtherRuns();
      }
      checkBetween();
      List<TextEdit> edits = new ArrayList<>(moves());
      ignored.edit(lineEnding).ifPresent(edits::add);
      return new Reordering(isSure, edits);
    }

    private void describe(Steps steps, int index) throws ObstacleException {
      SimpleCommand command = ((SimpleCommand) steps.all().get(index)).unwrapped();
      DependencyInstall install =
          DependencyInstall.of(command)
              .orElseThrow(() -> new ObstacleException("the install is a part of another command"));
      Install described =
          new Install(files, command, folderAt(steps, index), stage.stateAt(steps.run()), wanted);
      Ecosystems.of(install).describe(described);
      isSure &= described.isSure();
      step = described.step().orElse(null);
      for (Map.Entry<String, String> made : described.made().entrySet()) {
        keepOut(made.getKey(), made.getValue());
      }
      for (int i = 0; i < index; i++) {
        Optional<String> environment = Steps.environment(steps.all().get(i));
        if (environment.isPresent()) {
          keepOut(CopiedFiles.resolve(folderAt(steps, i), environment.get()), "");
        }
      }
    }

    private void keepOut(String made, String pattern) throws ObstacleException {
      Optional<Origin> origin = files.covering(made);
      if (origin.isPresent()) {
        ignored.keepOut(origin.get().path(), pattern);
      }
    }

    private String folderAt(Steps steps, int index) throws ObstacleException {
      return steps.folderAt(index, CopiedFiles.workdir(stage.stateAt(steps.run())));
    }

    private boolean isBystander(Steps steps, int index) throws ObstacleException {
      Node node = steps.all().get(index);
      return Steps.isLasting(node)
          || new Bystanders(files, moved, folderAt(steps, index)).contain(node);
    }

    private void checkBefore() throws ObstacleException {
      for (int i = 0; i < first; i++) {
        if (!isBystander(steps, i)) {
          throw new ObstacleException(
              "'%s' before the install may need the sources".formatted(shown(i)));
        }
      }
    }

    /** Takes what only cleans up, and further installs, with the install. */
    private void takeWhatFollows() throws ObstacleException {
      int count = steps.all().size();
      while (rest < count && (isInstall(steps, rest) || isBystander(steps, rest))) {
        if (isInstall(steps, rest)) {
          describe(steps, rest);
        }
        rest++;
      }
      for (int i = rest + 1; i < count; i++) {
        if (isBystander(steps, i) && !Steps.isLasting(steps.all().get(i)) && !isEcho(i)) {
          throw new ObstacleException(
              "'%s' cleans up after what needs the sources".formatted(shown(i)));
        }
      }
      if (rest < count) {
        refuseToPart();
      }
    }

    private boolean isEcho(int index) {
      return steps.all().get(index).commands().stream().allMatch(command -> command.is("echo"));
    }

    /** Takes what is installed right after this RUN too. */
    private void takeFurtherRuns() {
      if (rest < steps.all().size()) {
        return;
      }
      int end = stage.instructions().get(stage.instructions().size() - 1).range().end();
      for (Instruction next : between(run.range().end(), end)) {
        Set<String> known = new LinkedHashSet<>(wanted);
        try {
          if (next instanceof Run further) {
            takeWhole(new Steps(further));
            last = further;
          } else if (ContextCopy.of(next).isPresent()) {
            return;
          } else {
            checkPassing(next);
          }
        } catch (ObstacleException stop) {
          wanted.retainAll(known);
          step = null;
          return;
        }
      }
    }

    private void takeWhole(Steps further) throws ObstacleException {
      boolean installs = false;
      for (int i = 0; i < further.all().size(); i++) {
        if (isInstall(further, i)) {
          describe(further, i);
          installs = true;
        } else if (!isBystander(further, i)) {
          throw new ObstacleException("it needs the sources");
        }
      }
      if (!installs || step != null) {
        throw new ObstacleException("it is no install");
      }
    }

    private void refuseToPart() throws ObstacleException {
      if (!run.heredocs().isEmpty() || run.command().isExec()) {
        throw new ObstacleException("the RUN cannot be parted");
      }
    }

    private static boolean isInstall(Steps steps, int index) {
      return steps.all().get(index) instanceof SimpleCommand command
          && command.script().isEmpty()
          && DependencyInstall.of(command.unwrapped()).isPresent();
    }

    private String shown(int index) {
      String line = steps.all().get(index).raw().lines().findFirst().orElse("").strip();
      return line.length() > 30 ? line.substring(0, 29) + "…" : line;
    }

    /**
     * Everything between the first of the moved instructions and the install has to let them by.
     */
    private void checkBetween() throws ObstacleException {
      for (Instruction instruction : between(moved.get(0).range().end(), run.range().start())) {
        if (!moved.contains(instruction)) {
          checkPassing(instruction);
        }
      }
    }

    private void checkPassing(Instruction instruction) throws ObstacleException {
      String place = "%s in line %d".formatted(instruction.name(), instruction.startLine());
      if (instruction instanceof Run between) {
        String folder = CopiedFiles.workdir(stage.stateAt(between));
        if (!new Bystanders(files, moved, folder).contain(between.command().script().block())
            || between.command().script().remainder().isPresent()) {
          throw new ObstacleException(place + " may need the sources");
        }
      } else if (instruction instanceof Workdir) {
        if (!movedBefore(instruction).allMatch(this::isAbsolute)) {
          throw new ObstacleException(place + " changes what the destination means");
        }
      } else if (instruction instanceof Copy || instruction instanceof Add) {
        if (mayMeet(instruction)) {
          throw new ObstacleException(place + " copies over the sources");
        }
      } else if (instruction instanceof Env || instruction instanceof Arg) {
        if (!movedBefore(instruction).allMatch(Draft::isLiteral)) {
          throw new ObstacleException(place + " may change what is copied");
        }
      } else if (instruction instanceof Onbuild || instruction instanceof Unknown) {
        throw new ObstacleException(place + " stands between");
      }
    }

    private Stream<Instruction> movedBefore(Instruction instruction) {
      return moved.stream().filter(one -> one.range().start() < instruction.range().start());
    }

    private boolean isAbsolute(Instruction copy) {
      return ContextCopy.of(copy)
          .flatMap(one -> stage.stateAt(copy).expand(one.destination()).certain())
          .filter(to -> to.startsWith("/"))
          .isPresent();
    }

    private static boolean isLiteral(Instruction copy) {
      return copy.arguments().stream().allMatch(word -> word.literal().isPresent())
          && copy.flags().stream()
              .allMatch(flag -> flag.value().filter(v -> v.literal().isEmpty()).isEmpty());
    }

    /** Copies of the context that change something have been found to move along. */
    private boolean mayMeet(Instruction other) {
      if (ContextCopy.of(other).isPresent()) {
        return files.all().stream().noneMatch(one -> one.copy().instruction() == other);
      }
      Word destination =
          other instanceof Copy copy ? copy.destination() : ((Add) other).destination();
      return stage
          .stateAt(other)
          .expand(destination)
          .certain()
          .map(to -> CopiedFiles.resolve(CopiedFiles.workdir(stage.stateAt(other)), to))
          .filter(path -> !files.concerns(moved, path))
          .isEmpty();
    }

    private List<TextEdit> moves() throws ObstacleException {
      List<TextEdit> edits = new ArrayList<>();
      StringBuilder moving = new StringBuilder();
      int removedUpTo = -1;
      for (Instruction instruction : moved) {
        SourceRange range = withItsComments(instruction);
        String lines = manifestLines(instruction);
        boolean isAlone =
            step == null && (hasBlankBefore(instruction) || range.start() == removedUpTo);
        edits.add(
            lines.isEmpty() && isAlone ? withBlankLine(range).delete() : range.replaceWith(lines));
        removedUpTo = lines.isEmpty() && isAlone ? range.end() : -1;
        moving.append(complete(range.text()));
      }
      edits.addAll(step == null ? behind(moving.toString()) : inFront(moving.toString()));
      return edits;
    }

    private String manifestLines(Instruction instruction) throws ObstacleException {
      if (instruction instanceof Run) {
        return "";
      }
      CopyLines lines = new CopyLines(ContextCopy.of(instruction).orElseThrow());
      for (String path : wanted) {
        Origin origin = files.origin(path).orElseThrow();
        if (origin.copied().copy().instruction() == instruction && !isCopiedAnyway(path, origin)) {
          lines.add(origin, path, files.hasFolder(path));
        }
      }
      return lines.text(lineEnding);
    }

    private boolean isCopiedAnyway(String path, Origin origin) {
      return files.all().stream()
          .filter(one -> !moved.contains(one.copy().instruction()))
          .anyMatch(one -> one.target().equals(path) && one.source().equals(origin.path()));
    }

    /** Puts the sources after the install, within the RUN if that does more. */
    private List<TextEdit> behind(String moving) throws ObstacleException {
      if (rest == steps.all().size()) {
        boolean isOpen = !last.range().text().endsWith("\n");
        String before = isOpen ? lineEnding : hasBlankBefore(last) ? lineEnding : "";
        String text = isOpen ? moving.substring(0, moving.length() - lineEnding.length()) : moving;
        return List.of(last.range().insertAfter(before + text));
      }
      SourceRange gap =
          file.source()
              .range(
                  steps.all().get(rest - 1).range().end(), steps.all().get(rest).range().start());
      StringBuilder text = new StringBuilder(lineEnding).append(moving);
      for (Comment comment : run.comments()) {
        if (gap.contains(comment.range())) {
          text.append(complete(comment.range().text().stripLeading()));
        }
      }
      String head =
          file.source().text().substring(run.range().start(), run.command().range().start());
      text.append(head).append(steps.prefix(rest));
      return List.of(gap.replaceWith(text.toString()));
    }

    /** Puts a command that fetches, and the sources after it, before the build. */
    private List<TextEdit> inFront(String moving) throws ObstacleException {
      int passed = leadingBystanders();
      StringBuilder text = new StringBuilder(headOfRun());
      for (Node node : steps.all().subList(0, passed)) {
        text.append(node.raw()).append(" && ");
      }
      boolean isJson = run.command().isExec() && step.indexOf('"') >= 0;
      if (isJson || step.indexOf('\n') >= 0) {
        throw new ObstacleException("the command is not in shell form");
      }
      text.append(chmodsOfWanted()).append(step).append(lineEnding);
      Instruction lastMoved = moved.get(moved.size() - 1);
      boolean isClose = between(lastMoved.range().end(), run.range().start()).isEmpty();
      if (isClose && hasBlankBefore(moved.get(0))) {
        text.append(lineEnding);
      }
      text.append(moving);
      List<TextEdit> edits = new ArrayList<>();
      edits.add(
          isClose
              ? lastMoved.range().insertAfter(text.toString())
              : withComments(run).insertBefore(text.toString()));
      if (steps.all().subList(0, passed).stream().anyMatch(node -> !Steps.isLasting(node))) {
        refuseToPart();
        edits.add(
            file.source()
                .range(run.command().range().start(), steps.all().get(passed).range().start())
                .replaceWith(steps.prefix(passed)));
      }
      return edits;
    }

    private String headOfRun() {
      return run.heredocs().isEmpty() && !run.command().isExec()
          ? file.source().text().substring(run.range().start(), run.command().range().start())
          : run.keyword().text() + " ";
    }

    private int leadingBystanders() throws ObstacleException {
      int count = 0;
      while (count < first && isBystander(steps, count)) {
        count++;
      }
      return count;
    }

    /** A wrapper that is made executable after the sources has to be so before them too. */
    private String chmodsOfWanted() {
      StringBuilder text = new StringBuilder();
      for (Instruction instruction : moved) {
        if (instruction instanceof Run chmod) {
          chmod.command().script().commands().stream()
              .filter(command -> namesOnlyWanted(command, chmod))
              .forEachOrdered(command -> text.append(command.raw()).append(" && "));
        }
      }
      for (Node node : steps.all().subList(0, first)) {
        if (node instanceof SimpleCommand command
            && isChmod(command)
            && namesOnlyWanted(command, run)) {
          text.append(command.raw()).append(" && ");
        }
      }
      return text.toString();
    }

    private boolean namesOnlyWanted(SimpleCommand chmod, Instruction at) {
      String folder = CopiedFiles.workdir(stage.stateAt(at));
      return chmod.operands().stream()
          .skip(1)
          .allMatch(
              file ->
                  file.literal()
                      .filter(path -> wanted.contains(CopiedFiles.resolve(folder, path)))
                      .isPresent());
    }

    private String complete(String text) {
      return text.endsWith("\n") ? text : text + lineEnding;
    }

    private SourceRange withComments(Instruction instruction) {
      List<Element> elements = file.elements();
      int index = elements.indexOf(instruction);
      while (index > 0 && elements.get(index - 1) instanceof Comment) {
        index--;
      }
      return elements.get(index).range().union(instruction.range());
    }

    private boolean hasBlankBefore(Instruction instruction) {
      SourceRange range = withComments(instruction);
      return elementEndingAt(range.start()).filter(Blank.class::isInstance).isPresent();
    }

    private Optional<Element> elementEndingAt(int offset) {
      return file.elements().stream().filter(one -> one.range().end() == offset).findFirst();
    }

    /** And the blank line after it. */
    private SourceRange withBlankLine(SourceRange range) {
      return file.elements().stream()
          .filter(one -> one instanceof Blank && one.range().start() == range.end())
          .findFirst()
          .map(blank -> range.union(blank.range()))
          .orElse(range);
    }

    /** What speaks of the install stays with it. */
    private SourceRange withItsComments(Instruction instruction) {
      SourceRange range = withComments(instruction);
      boolean isAboutInstall =
          file.elements().stream()
              .filter(one -> one instanceof Comment && range.contains(one.range()))
              .map(one -> ((Comment) one).text().toLowerCase(Locale.ROOT))
              .anyMatch(text -> text.contains("install") || text.contains("dependenc"));
      boolean stays = isAboutInstall && withComments(run).equals(run.range());
      return stays ? instruction.range() : range;
    }
  }
}
