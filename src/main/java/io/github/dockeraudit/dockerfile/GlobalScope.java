package io.github.dockeraudit.dockerfile;

import java.util.List;
import java.util.Set;

/**
 * What a FROM can use: the ARGs before the first FROM, and those that BuildKit sets for the
 * platforms of the build.
 */
final class GlobalScope implements Scope {

  private static final Set<String> PLATFORM =
      Set.of(
          "BUILDPLATFORM",
          "BUILDOS",
          "BUILDOSVERSION",
          "BUILDARCH",
          "BUILDVARIANT",
          "TARGETPLATFORM",
          "TARGETOS",
          "TARGETOSVERSION",
          "TARGETARCH",
          "TARGETVARIANT",
          "TARGETSTAGE");

  private Variables variables = Variables.NONE;

  GlobalScope(List<Arg> args) {
    args.stream().flatMap(arg -> arg.assignments().stream()).forEachOrdered(this::declare);
  }

  private void declare(Assignment assignment) {
    String name = assignment.name().text();
    Value given = assignment.value().map(this::expand).map(Value::asDefault).orElse(null);
    if (given != null) {
      variables = variables.with(name, given);
    } else if (variables.get(name) == null && !PLATFORM.contains(name)) {
      variables = variables.with(name, Value.unsetByDefault());
    }
  }

  @Override
  public Value variable(String name) {
    Value declared = variables.get(name);
    if (declared != null) {
      return declared;
    }
    return PLATFORM.contains(name) ? Value.unknown() : Value.unset();
  }
}
