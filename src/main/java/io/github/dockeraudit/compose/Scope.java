package io.github.dockeraudit.compose;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the files of one include, or of the whole deployment, are read.
 *
 * @param folder the folder that paths in them are relative to, itself relative to the project's;
 *     empty for the project's own
 * @param environment what their variables are filled in from
 * @param including the paths of the files that led here by their includes, the outermost first
 */
record Scope(String folder, Environment environment, List<String> including) {

  /** This scope inside a further file. */
  Scope inside(String file) {
    List<String> chain = new ArrayList<>(including);
    chain.add(file);
    return new Scope(folder, environment, List.copyOf(chain));
  }
}
