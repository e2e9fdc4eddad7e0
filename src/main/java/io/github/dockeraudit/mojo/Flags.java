package io.github.dockeraudit.mojo;

import io.github.dockeraudit.project.AuditException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The parameters of a goal that are true or false. Maven makes false of any other word, so that
 * {@code <dryRun>yes</dryRun>} would change files.
 */
final class Flags {

  private Flags() {}

  /** Refuses what a POM says of them if it is neither. */
  static void refuseOthers(MojoExecution execution) {
    if (execution == null
        || execution.getConfiguration() == null
        || execution.getMojoDescriptor() == null
        || execution.getMojoDescriptor().getParameters() == null) {
      return;
    }
    for (Parameter parameter : execution.getMojoDescriptor().getParameters()) {
      if ("boolean".equals(parameter.getType())) {
        refuseOther(parameter.getName(), execution.getConfiguration());
      }
    }
  }

  /** An expression is given a value by Maven. */
  private static void refuseOther(String name, Xpp3Dom configuration) {
    Xpp3Dom element = configuration.getChild(name);
    String text = element == null || element.getValue() == null ? "" : element.getValue().strip();
    boolean isKnown =
        text.isEmpty()
            || text.contains("${")
            || text.equalsIgnoreCase("true")
            || text.equalsIgnoreCase("false");
    if (!isKnown) {
      throw new AuditException("%s is '%s'".formatted(name, text), "give true or false");
    }
  }
}
