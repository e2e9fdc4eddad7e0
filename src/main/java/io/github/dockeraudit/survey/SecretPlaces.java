package io.github.dockeraudit.survey;

import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.compose.Variable;
import io.github.dockeraudit.facts.SecretValue;
import io.github.dockeraudit.facts.Secrets;
import io.github.dockeraudit.facts.WrittenSecret;
import io.github.dockeraudit.source.Fact;
import io.github.dockeraudit.source.SourceRange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a deployment uses secrets, each place once however many services share it. The text of
 * these ranges is not to be shown.
 *
 * @param outside the places that take theirs from a variable, or are handed it or a file with it
 * @param defaults the defaults of such variables that are a secret written down
 * @param hardCoded the secrets that are written down
 */
record SecretPlaces(
    List<SourceRange> outside, List<SourceRange> defaults, List<SourceRange> hardCoded) {

  private static final Fact<Deployment, SecretPlaces> OF_DEPLOYMENT = Fact.of(SecretPlaces::find);

  private static final String IN_FILE = "_FILE";

  static SecretPlaces in(Deployment deployment) {
    return OF_DEPLOYMENT.about(deployment);
  }

  private static SecretPlaces find(Deployment deployment) {
    Set<SourceRange> outside = new TreeSet<>();
    deployment.interpolations().stream()
        .filter(use -> Secrets.isSecret(use.name()))
        .forEach(use -> outside.add(use.range()));
    for (Service service : deployment.services()) {
      service.environment().stream()
          .filter(SecretPlaces::isHandedIn)
          .forEach(variable -> outside.add(variable.range()));
      service.secrets().forEach(grant -> outside.add(grant.range()));
    }
    List<WrittenSecret> written = WrittenSecret.in(deployment);
    return new SecretPlaces(List.copyOf(outside), values(written, true), values(written, false));
  }

  private static List<SourceRange> values(List<WrittenSecret> written, boolean isDefault) {
    return written.stream()
        .filter(one -> one.isDefault() == isDefault)
        .map(WrittenSecret::value)
        .sorted()
        .toList();
  }

  /** Without any value it is taken over from the shell; or the file of a secret is named. */
  private static boolean isHandedIn(Variable variable) {
    String name = variable.name();
    boolean isFile =
        name.endsWith(IN_FILE)
            && Secrets.isSecret(name.substring(0, name.length() - IN_FILE.length()));
    boolean isReference =
        variable
            .value()
            .filter(value -> value.interpolations().isEmpty())
            .filter(value -> SecretValue.of(value.text()) == SecretValue.REFERENCE)
            .isPresent();
    return isFile || Secrets.isSecret(name) && (variable.value().isEmpty() || isReference);
  }

  /** Whether a place has a secret written down for when its variable is not set. */
  boolean hasDefault(SourceRange place) {
    return defaults.stream()
        .anyMatch(value -> value.source() == place.source() && place.contains(value));
  }

  SecretCount count() {
    return new SecretCount(outside.size(), defaults.size(), hardCoded.size());
  }
}
