package io.github.dockeraudit.rules.dockerfile.correctness;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Add;
import io.github.dockeraudit.dockerfile.Copy;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.Flag;
import io.github.dockeraudit.dockerfile.Instruction;
import io.github.dockeraudit.dockerfile.Run;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.dockerfile.State;
import io.github.dockeraudit.dockerfile.User;
import io.github.dockeraudit.dockerfile.Word;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class NameWithoutPasswd implements DockerfileRule {

  private static final Map<String, String> NUMBERS =
      Map.of("root", "0", "nobody", "65534", "nogroup", "65534", "nonroot", "65532");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1051", "name-without-passwd")
        .summary("A user is given by name where no file knows any names")
        .why(
            """
            An image made from `scratch` has no `/etc/passwd` unless it is copied in. Docker then finds no user `app`:
            the container does not start, and a `COPY --chown` stops the build. Numbers need no file.

            Silent where something may bring the file: what is copied to `/` or `/etc`, and any `RUN`.
            """)
        .bad(
            """
            FROM scratch
            COPY app /app
            USER nobody
            ENTRYPOINT ["/app"]
            """)
        .good(
            """
            FROM scratch
            COPY app /app
            USER 65534
            ENTRYPOINT ["/app"]
            """)
        .fixedSometimes()
        .aliases("tally:named-identity-in-passwdless-stage")
        .references("https://docs.docker.com/reference/dockerfile/#user");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.stages().stream()
        .filter(stage -> stage.root().isScratch() && !mayKnowNames(stage))
        .flatMap(stage -> stage.instructions().stream())
        .flatMap(instruction -> identity(instruction).stream())
        .filter(identity -> identity.literal().isPresent())
        .map(this::judge);
  }

  private static boolean mayKnowNames(Stage stage) {
    return stage.ancestors().stream()
        .anyMatch(each -> each.instructions().stream().anyMatch(it -> mayKnowNames(it, each)));
  }

  private static boolean mayKnowNames(Instruction instruction, Stage stage) {
    if (instruction instanceof Copy copy) {
      return mayHoldPasswd(copy.destination(), stage.stateAt(copy));
    }
    return instruction instanceof Add || instruction instanceof Run;
  }

  private static boolean mayHoldPasswd(Word destination, State state) {
    return state
        .locate(destination)
        .text()
        .filter(path -> !path.equals("/") && !path.equals("/etc") && !path.startsWith("/etc/"))
        .isEmpty();
  }

  private static Optional<Word> identity(Instruction instruction) {
    return instruction instanceof User user
        ? Optional.of(user.user()).filter(word -> names(word).findAny().isPresent())
        : instruction.flag("chown").flatMap(Flag::value).filter(NameWithoutPasswd::namesOther);
  }

  /** To a build, root is a number; to what starts the container it is a name like any other. */
  private static boolean namesOther(Word owner) {
    return names(owner).anyMatch(name -> !name.equals("root"));
  }

  private static Stream<String> names(Word identity) {
    return Arrays.stream(identity.text().split(":")).filter(part -> !isNumber(part));
  }

  private static boolean isNumber(String part) {
    return part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Finding judge(Word identity) {
    Finding finding = finding(identity, "Nothing here knows who '%s' is; give a number", identity);
    String numbers =
        Arrays.stream(identity.literal().orElseThrow().split(":"))
            .map(part -> isNumber(part) ? part : NUMBERS.getOrDefault(part, "?"))
            .collect(Collectors.joining(":"));
    return numbers.contains("?")
        ? finding.notFixedBecause("which number it has only you know")
        : finding.fixedBy(Fix.intended("Give the number", identity.range().replaceWith(numbers)));
  }
}
