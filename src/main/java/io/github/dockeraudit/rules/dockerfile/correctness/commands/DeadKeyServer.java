package io.github.dockeraudit.rules.dockerfile.correctness.commands;

import com.google.auto.service.AutoService;
import io.github.dockeraudit.dockerfile.Dockerfile;
import io.github.dockeraudit.rule.DockerfileRule;
import io.github.dockeraudit.rule.Finding;
import io.github.dockeraudit.rule.Fix;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.RuleInfo;
import io.github.dockeraudit.shell.Word;
import io.github.dockeraudit.source.SourceRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

@AutoService(Rule.class)
public final class DeadKeyServer implements DockerfileRule {

  private static final Pattern HOST = Pattern.compile("(?:[\\w-]+\\.)*sks-keyservers\\.net");

  @Override
  public RuleInfo.Builder describe() {
    return RuleInfo.error("DA1060", "dead-key-server")
        .summary("Keys are fetched from servers that are gone")
        .why(
            """
            The pool behind `sks-keyservers.net`, and with it `ha.pool.sks-keyservers.net`, was given up in June 2021;
            its name no longer leads to a server. `keyserver.ubuntu.com` has its keys.
            """)
        .bad(
            """
            FROM debian:13-slim
            RUN gpg --batch --keyserver hkp://ha.pool.sks-keyservers.net:80 --recv-keys 6F7056AD
            """)
        .good(
            """
            FROM debian:13-slim
            RUN gpg --batch --keyserver hkp://keyserver.ubuntu.com:80 --recv-keys 6F7056AD
            """)
        .fixedAlways()
        .aliases("parfum:gpgUseHaPools")
        .references("https://en.wikipedia.org/wiki/Key_server_(cryptographic)#Keyserver_examples");
  }

  @Override
  public Stream<Finding> check(Dockerfile file) {
    return file.commands("gpg", "gpg2", "apt-key", "dirmngr")
        .flatMap(call -> call.command().flagValue("--keyserver").stream())
        .flatMap(server -> judge(server).stream());
  }

  private Optional<Finding> judge(Word server) {
    SourceRange range = server.range();
    Matcher host = HOST.matcher(range.text());
    return host.find()
        ? Optional.of(
            finding(server, "'%s' is gone; take keyserver.ubuntu.com", host.group())
                .fixedBy(
                    Fix.intended(
                        "Take keyserver.ubuntu.com",
                        range
                            .source()
                            .range(range.start() + host.start(), range.start() + host.end())
                            .replaceWith("keyserver.ubuntu.com"))))
        : Optional.empty();
  }
}
