package io.github.dockeraudit.audit;

import static java.util.Objects.requireNonNull;

import io.github.dockeraudit.project.Module;
import io.github.dockeraudit.source.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The marks of one module of several that were audited together, as if there were no other.
 *
 * @param module the module
 * @param card its marks
 */
public record ModuleMarks(Module module, Scorecard card) {

  public ModuleMarks {
    requireNonNull(module);
    requireNonNull(card);
  }

  /**
   * The marks of every module that has a Dockerfile or a compose file, in the order of folders. A
   * file belongs to the innermost module that it lies in.
   */
  public static List<ModuleMarks> of(Audit audit) {
    List<Module> modules =
        audit.project().modules().stream().sorted(Comparator.comparing(Module::folder)).toList();
    return modules.stream()
        .filter(
            module ->
                audit.project().files().stream()
                    .map(Source::path)
                    .anyMatch(path -> isOf(module, path, modules)))
        .map(
            module ->
                new ModuleMarks(module, Scorecard.of(audit, path -> isOf(module, path, modules))))
        .toList();
  }

  private static boolean isOf(Module module, String path, List<Module> modules) {
    Optional<Module> innermost =
        modules.stream()
            .filter(each -> each.holds(path))
            .max(Comparator.comparing(each -> each.folder().length()));
    return innermost.filter(module::equals).isPresent();
  }
}
