package io.github.dockeraudit.fix;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.fix.Edits.Edited;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.rule.Applicability;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import io.github.dockeraudit.source.TextEdit.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fixes that are made at once: each whole, and none in the way of another. */
final class Round {

  private final Project project;
  private final Set<String> careful;
  private final List<AppliedFix> fixes = new ArrayList<>();
  private final Map<String, Edits> edits = new TreeMap<>();

  /** What takes items out of each sequence. */
  private final Map<Item, Set<TextEdit>> taken = new HashMap<>();

  private Round(Project project, Set<String> careful) {
    this.project = project;
    this.careful = careful;
  }

  /**
   * The fixes that can be made together; of two that are in each other's way that of the earlier
   * finding. What only changes the spelling waits for what changes more: it may move that.
   *
   * @param findings with fixes that may be made, in their order
   * @param careful paths of files in which no two edits are made at one place
   */
  static Round of(Audit audit, List<Finding> findings, Set<String> careful) {
    Round round = new Round(audit.project(), careful);
    for (boolean isSpelling : List.of(false, true)) {
      for (Finding finding : findings) {
        finding
            .fix()
            .filter(fix -> (fix.applicability() == Applicability.SAFE) == isSpelling)
            .ifPresent(fix -> round.take(finding, fix));
      }
    }
    return round;
  }

  private void take(Finding finding, Fix fix) {
    if (fix.edits().stream().allMatch(this::allows) && leavesItems(fix)) {
      for (TextEdit edit : fix.edits()) {
        Source source = edit.range().source();
        edits
            .computeIfAbsent(source.path(), path -> new Edits(source, careful.contains(path)))
            .add(edit);
      }
      fixes.add(new AppliedFix(finding, fix));
    }
  }

  private boolean allows(TextEdit edit) {
    Edits ofFile = edits.get(edit.range().source().path());
    return ofFile == null || ofFile.allow(edit);
  }

  /** Items are taken out one by one: no fix must take the last of a sequence unnoticed. */
  private boolean leavesItems(Fix fix) {
    Map<Item, Set<TextEdit>> more = new HashMap<>();
    for (TextEdit edit : fix.edits()) {
      edit.item()
          .filter(item -> !taken(item).contains(edit))
          .ifPresent(item -> more.computeIfAbsent(item, one -> new HashSet<>()).add(edit));
    }
    for (Map.Entry<Item, Set<TextEdit>> ofItem : more.entrySet()) {
      Item item = ofItem.getKey();
      if (taken(item).size() + ofItem.getValue().size() >= item.size()) {
        return false;
      }
    }
    more.forEach(
        (item, edits) -> taken.computeIfAbsent(item, one -> new HashSet<>()).addAll(edits));
    return true;
  }

  private Set<TextEdit> taken(Item item) {
    return taken.getOrDefault(item, Set.of());
  }

  List<AppliedFix> fixes() {
    return fixes;
  }

  /** This round with none but its first fixes. */
  Round first(int count) {
    Round round = new Round(project, careful);
    fixes.subList(0, count).forEach(applied -> round.take(applied.finding(), applied.fix()));
    return round;
  }

  /** The changed texts by path. */
  Map<String, Edited> apply() {
    Map<String, Edited> changed = new TreeMap<>();
    edits.forEach((path, ofFile) -> changed.put(path, ofFile.apply()));
    return changed;
  }

  /** The project after this round. */
  Project projectAfter(Map<String, Edited> changed) {
    Map<String, Source> texts = new TreeMap<>();
    changed.forEach((path, edited) -> texts.put(path, edited.after()));
    return project.with(texts);
  }
}
