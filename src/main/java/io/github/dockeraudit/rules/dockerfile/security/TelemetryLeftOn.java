package io.github.dockeraudit.rules.dockerfile.security;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.dockerfile.RunCommand;
import io.github.dockeraudit.dockerfile.Stage;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class TelemetryLeftOn implements DockerfileRule {

  /** The variable and its value by the tool, as its makers name them. */
  private static final Map<String, String> OPT_OUT =
      Map.ofEntries(
          Map.entry("astro", "ASTRO_TELEMETRY_DISABLED=1"),
          Map.entry("az", "AZURE_CORE_COLLECT_TELEMETRY=0"),
          Map.entry("brew", "HOMEBREW_NO_ANALYTICS=1"),
          Map.entry("dotnet", "DOTNET_CLI_TELEMETRY_OPTOUT=1"),
          Map.entry("func", "FUNCTIONS_CORE_TOOLS_TELEMETRY_OPTOUT=1"),
          Map.entry("gatsby", "GATSBY_TELEMETRY_DISABLED=1"),
          Map.entry("next", "NEXT_TELEMETRY_DISABLED=1"),
          Map.entry("ng", "NG_CLI_ANALYTICS=false"),
          Map.entry("nuxt", "NUXT_TELEMETRY_DISABLED=1"),
          Map.entry("pwsh", "POWERSHELL_TELEMETRY_OPTOUT=1"),
          Map.entry("sam", "SAM_CLI_TELEMETRY=0"),
          Map.entry("terraform", "CHECKPOINT_DISABLE=1"),
          Map.entry("turbo", "TURBO_TELEMETRY_DISABLED=1"),
          Map.entry("vcpkg", "VCPKG_DISABLE_METRICS=1"),
          Map.entry("wrangler", "WRANGLER_SEND_METRICS=false"));

  /** The tools, and what runs tools of npm. */
  private static final String[] PROGRAMS =
      Stream.concat(OPT_OUT.keySet().stream(), Stream.of("npx", "bunx", "pnpx"))
          .toArray(String[]::new);

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.info("DA1152", "telemetry-left-on")
        .offByDefault()
        .summary("A tool reports its use to its makers")
        .why(
            """
            The tool sends what it is used for over the network unless a variable tells it not to: from every build and,
            where it runs in the container, from there. Some companies may not let that happen, and a build without
            network waits for it.
            """)
        .bad(
            """
            FROM mcr.microsoft.com/dotnet/sdk:9.0
            RUN dotnet publish -o /out
            """)
        .good(
            """
            FROM mcr.microsoft.com/dotnet/sdk:9.0
            ENV DOTNET_CLI_TELEMETRY_OPTOUT=1
            RUN dotnet publish -o /out
            """)
        .fixedSometimes()
        .aliases("tally:prefer-telemetry-opt-out")
        .references(
            "https://learn.microsoft.com/en-us/dotnet/core/tools/telemetry",
            "https://consoledonottrack.com");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    Set<String> told = new HashSet<>();
    return file.commands(PROGRAMS)
        .filter(call -> OPT_OUT.containsKey(tool(call)))
        .filter(call -> !isToldNotTo(call, file))
        .filter(call -> told.add(place(call, file) + setting(call)))
        .map(call -> judge(call, file));
  }

  private static String tool(RunCommand call) {
    String program = call.command().program().orElseThrow();
    return OPT_OUT.containsKey(program) ? program : call.command().subcommand().orElse("");
  }

  private static String setting(RunCommand call) {
    return OPT_OUT.get(tool(call));
  }

  private static String variable(RunCommand call) {
    return setting(call).substring(0, setting(call).indexOf('='));
  }

  private static int place(RunCommand call, Dockerfile file) {
    return file.stageOf(call.run()).map(Stage::index).orElse(-1);
  }

  /** By the file, or by the script before the command or with it. */
  private static boolean isToldNotTo(RunCommand call, Dockerfile file) {
    String variable = variable(call);
    return file.stageOf(call.run())
            .map(stage -> stage.stateAt(call.run()))
            .filter(state -> state.declares(variable) || state.declares("DO_NOT_TRACK"))
            .isPresent()
        || call.run().command().text().text().contains(variable + "=");
  }

  private Finding judge(RunCommand call, Dockerfile file) {
    Finding finding = finding(call.name(), "%s reports its use; set %s", tool(call), setting(call));
    return file.stageOf(call.run())
        .filter(stage -> !call.run().isTrigger())
        .map(stage -> stage.from().lineAfter("ENV " + setting(call)))
        .map(edit -> finding.fixedBy(Fix.intended("Switch it off", edit)))
        .orElseGet(() -> finding.notFixedBecause("it is run in another build"));
  }
}
