package io.github.dockeraudit.facts.user;

import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.shell.SimpleCommand;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What COPY and ADD bring into some images, and which of it has to be the user's. */
final class CopiedFiles {

  /** The ends of the names of files that a program reads at most. */
  private static final Set<String> READ_ONLY =
      Set.of(".jar", ".sh", ".lock", ".toml", ".conf", ".mod", ".sum", ".whl", ".pem", ".crt");

  /** How the names of files begin that say what to install. */
  private static final Set<String> MANIFESTS =
      Set.of("package", "requirements", "Gemfile", "Pipfile", "composer", "pom.xml", "npm-shrink");

  private final Layers layers;
  private final Collection<String> workdirs;

  /**
   * @param workdirs the working directories that the user gets
   */
  CopiedFiles(Layers layers, Collection<String> workdirs) {
    this.layers = layers;
    this.workdirs = workdirs;
  }

  /** The instructions whose files have to be the user's and are not yet somebody's. */
  List<Instruction> toGive() {
    return all()
        .filter(instruction -> !instruction.hasFlag("chown"))
        .filter(instruction -> isClosed(instruction) || isInWorkdir(instruction))
        .toList();
  }

  /** Whether an instruction before an offset puts something into a folder. */
  boolean fill(String folder, int offset) {
    return all()
        .filter(instruction -> instruction.range().end() <= offset)
        .flatMap(instruction -> destination(instruction).stream())
        .anyMatch(to -> Folders.isWithin(to, folder));
  }

  /** A mode without leave to enter is that of folders, too, which nobody but root then enters. */
  Stream<String> doubts() {
    return all()
        .filter(instruction -> mode(instruction).filter(CopiedFiles::allowsNoEntry).isPresent())
        .flatMap(instruction -> foldersMade(instruction).stream())
        .map("by its --chmod, nobody but root may enter %s if COPY makes it"::formatted)
        .distinct();
  }

  private Stream<Instruction> all() {
    return layers
        .all()
        .filter(instruction -> instruction instanceof Copy || instruction instanceof Add);
  }

  private boolean isInWorkdir(Instruction instruction) {
    return destination(instruction).filter(this::isInWorkdir).isPresent()
        && !sources(instruction).stream().allMatch(source -> isOnlyRead(source.text()));
  }

  private boolean isInWorkdir(String path) {
    return workdirs.stream().anyMatch(folder -> Folders.isWithin(path, folder));
  }

  private static boolean isOnlyRead(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot >= 0 && READ_ONLY.contains(name.substring(dot))
        || MANIFESTS.stream().anyMatch(name::startsWith);
  }

  /** Whether only the owner may use the files; Docker gives what ADD downloads to root alone. */
  private boolean isClosed(Instruction instruction) {
    Optional<String> mode = mode(instruction);
    if (mode.isPresent()) {
      return isForOwner(mode.get());
    }
    boolean downloads =
        instruction instanceof Add
            && sources(instruction).stream().anyMatch(word -> Add.isRemote(word.text()));
    return downloads || isClosedLater(instruction);
  }

  private static Optional<String> mode(Instruction instruction) {
    return instruction.flag("chmod").flatMap(Flag::value).flatMap(Word::literal);
  }

  private static boolean isForOwner(String mode) {
    return mode.length() >= 3 && mode.endsWith("0")
        || mode.startsWith("u") && !mode.contains(",") && !mode.contains("o");
  }

  /** {@code chmod 700} or {@code u+x} of the very file. */
  private boolean isClosedLater(Instruction instruction) {
    Optional<String> to = destination(instruction);
    return to.isPresent()
        && layers
            .steps()
            .filter(step -> step.program().is("chmod"))
            .filter(step -> closes(step.program()))
            .flatMap(
                step ->
                    step.program().operands().stream()
                        .skip(1)
                        .flatMap(path -> path.literal().stream())
                        .flatMap(path -> Folders.absolute(path, step.state()).stream()))
            .anyMatch(path -> isFile(path, to.get(), instruction));
  }

  private static boolean closes(SimpleCommand chmod) {
    return chmod.operands().stream()
        .findFirst()
        .flatMap(mode -> mode.literal())
        .filter(CopiedFiles::isForOwner)
        .isPresent();
  }

  private static boolean isFile(String path, String destination, Instruction instruction) {
    return path.equals(destination)
        || sources(instruction).stream()
            .map(source -> source.text().substring(source.text().lastIndexOf('/') + 1))
            .map(name -> destination.endsWith("/") ? destination + name : destination + "/" + name)
            .anyMatch(path::equals);
  }

  /** Whether an octal mode, as most are, lets its owner read and not enter. */
  private static boolean allowsNoEntry(String mode) {
    int digits = mode.length();
    return digits >= 3
        && mode.chars().allMatch(c -> c >= '0' && c <= '7')
        && (mode.charAt(digits - 3) - '0') % 2 == 0;
  }

  /** The folder that an instruction may have to make. */
  private Optional<String> foldersMade(Instruction instruction) {
    boolean isFolder = rawDestination(instruction).text().endsWith("/");
    return destination(instruction)
        .map(to -> isFolder ? to : Folders.parent(to))
        .filter(Folders::mayBeMissing)
        .filter(folder -> !isMade(folder, instruction));
  }

  private boolean isMade(String folder, Instruction before) {
    return workdirs.contains(folder)
        || layers
            .steps()
            .filter(step -> step.run().range().start() < before.range().start())
            .filter(step -> step.program().is("mkdir"))
            .anyMatch(step -> step.program().arguments().stream().anyMatch(a -> a.is(folder)));
  }

  /** Where an instruction puts its files; empty if that is not known. */
  private Optional<String> destination(Instruction instruction) {
    return layers.stateAt(instruction).locate(rawDestination(instruction)).text();
  }

  private static Word rawDestination(Instruction instruction) {
    return instruction instanceof Copy copy
        ? copy.destination()
        : ((Add) instruction).destination();
  }

  private static List<Word> sources(Instruction instruction) {
    return instruction instanceof Copy copy ? copy.sources() : ((Add) instruction).sources();
  }
}
