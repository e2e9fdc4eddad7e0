package io.github.dockeraudit.dockerfile;

import static io.github.dockeraudit.dockerfile.Dockerfiles.parse;
import static io.github.dockeraudit.dockerfile.Dockerfiles.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

  private static List<String> ofInstruction(String instruction) {
    return problems("FROM a\n" + instruction.replace("\\n", "\n") + "\n");
  }

  /** The texts that the problems point at. */
  private static List<String> places(String text) {
    return parse(text).problems().stream().map(problem -> problem.range().text()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ENV a|a has no value; write name=value",
        "ENV a=b c|A word here is no name=value; quote values that hold blanks",
        "ENV|ENV needs an argument; add one",
        "ENV =b|ENV has a value without a name; put one before the =",
        "LABEL a|a has no value; write name=value",
        "ARG|ARG needs an argument; add one",
        "ARG =b|ARG has a value without a name; put one before the =",
        "RUNN a|Unknown instruction RUNN; did you mean RUN?",
        "\\\\n|Nothing follows the line continuation; remove it",
        "FROM|FROM takes an image, and after it AS and a name at most; write FROM image AS name",
        "FROM a b|FROM takes an image, and after it AS and a name at most; write FROM image AS name",
        "FROM a AS 1|1 cannot name a stage; use letters, digits, '-', '_' and '.', a letter first",
        "FROM --tag=a b|FROM has no flag --tag; remove it",
        "FROM --platfrom=a b|FROM has no flag --platfrom; did you mean --platform?",
        "COPY a|COPY needs a source and a destination; add the destination",
        "ADD|ADD needs a source and a destination; add the destination",
        "COPY --from a b|--from needs a value; write --from=value",
        "COPY --link=yes a b|--link is on or off; give it no value, true or false",
        "COPY --chown=a --chown=b c d|--chown is given twice; keep one",
        "COPY a <<EOF\\nEOF|A heredoc cannot be the destination of COPY; name a path",
        "RUN --network=bridge a|--network cannot be bridge; use default or host or none",
        "RUN --security=x a|--security cannot be x; use insecure or sandbox",
        "RUN --mount=type=bind,from=$b a|from=$b cannot hold a variable; name a stage that uses it",
        "RUN --mount= a|--mount= cannot be read; write --mount=type=cache,target=/path",
        "CMD --a b|CMD has no flag --a; remove it",
        "USER|USER needs an argument; add one",
        "EXPOSE|EXPOSE needs an argument; add one",
        "VOLUME [\"\"]|A volume cannot be an empty text; name a directory",
        "STOPSIGNAL|STOPSIGNAL needs an argument; add one",
        "SHELL bash -c|SHELL takes a JSON array; write SHELL [\"/bin/sh\", \"-c\"]",
        "SHELL []|SHELL takes a JSON array; write SHELL [\"/bin/sh\", \"-c\"]",
        "ONBUILD|ONBUILD needs an instruction; add one",
        "ONBUILD FROM a|FROM cannot be left to ONBUILD; remove it",
        "ONBUILD ONBUILD RUN a|ONBUILD cannot be left to ONBUILD; remove it",
        "ONBUILD MAINTAINER a|MAINTAINER cannot be left to ONBUILD; remove it",
        "HEALTHCHECK|HEALTHCHECK needs CMD and a command, or NONE; add them",
        "HEALTHCHECK curl b|HEALTHCHECK knows no curl; put CMD before the command",
        "HEALTHCHECK CMD|HEALTHCHECK CMD needs a command; add one",
        "HEALTHCHECK NONE a|HEALTHCHECK NONE takes no arguments; remove them",
        "HEALTHCHECK --interval=5 CMD a|--interval=5 is no duration; write one such as 30s or 1m30s",
        "HEALTHCHECK --timeout=1us CMD a|--timeout=1us is too short; give at least 1ms",
        "HEALTHCHECK --retries=x CMD a|--retries=x is no number of retries; write one such as 3",
        "HEALTHCHECK --retries=-1 CMD a|--retries=-1 is no number of retries; write one such as 3"
      })
  void ofReading(String instruction, String message) {
    assertThat(ofInstruction(instruction)).containsExactly(message);
    assertThat(parse("FROM a\n" + instruction.replace("\\n", "\n") + "\n").accepted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "USER ${}|${} names no variable; write ${name}, or \\$ for a dollar sign",
        "LABEL a=\"b|A double quote is never closed; add the other one",
        "WORKDIR ${a.b}|${a. is no expansion that Docker knows; write ${name} or ${name:-default}",
        "FROM Foo|Foo is neither a stage nor an image name; write it in lower case",
        "FROM a:b:c|a:b:c is neither a stage nor an image name; correct it",
        "FROM ${x}|${x} comes to no image name; declare its ARG above this FROM",
        "FROM --platform=linux/a$x/ b|linux/a/ is no platform; write one such as linux/amd64",
        "COPY --from=$b c d|--from=$b cannot hold variables or quotes; name a stage",
        "COPY --from=2 c d|There is no stage 2; stages are numbered from 0 to 0",
        "COPY --from=B: c d|B: is neither a stage nor an image name; correct it",
        "COPY https://example.com/a b|COPY cannot fetch from a URL; use ADD",
        "COPY --chmod=888 a b|--chmod=888 is no file mode; write one such as 755 or u+x",
        "ADD --checksum=sha256:a b c|--checksum is for files fetched from elsewhere; remove the flag",
        "ADD --checksum=sha256:a b c d|--checksum is for one source; split the ADD",
        "EXPOSE http|http is no port; write one such as 8080, 8080/udp or 8000-8010",
        "STOPSIGNAL SIGFOO|SIGFOO is no signal; write one such as SIGTERM",
        "RUN --mount=type=cach,target=/a b|type cannot be cach; correct it",
        "RUN --mount=tpye=cache,target=/a b|A mount has no tpye; did you mean type?",
        "RUN --mount=type=cache,target b|target needs a value; write target=value",
        "RUN --mount=type=secret b|A secret mount names no secret; add id=name",
        "RUN --mount=type=secret,id=a,sharing=locked b|A secret mount has no sharing; remove it",
        "RUN --mount=type=bind,target=/a,uid=0 b|A bind mount has no uid; remove it",
        "RUN --mount=type=tmpfs,target=/ b|A mount cannot cover /; give it a target=/path",
        "COPY <<EOF /b\\n${a.b}\\nEOF|In the heredoc: ${a. is no expansion that Docker knows; write ${name} or ${name:-default}",
        "ONBUILD USER ${}\\nFROM a AS b\\nONBUILD USER ${}\\nFROM b|${} names no variable; write ${name}, or \\$ for a dollar sign"
      })
  void ofPlanning(String instruction, String message) {
    assertThat(ofInstruction(instruction)).containsExactly(message);
    assertThat(parse("FROM a\n" + instruction.replace("\\n", "\n") + "\n").accepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN",
        "CMD",
        "ENTRYPOINT []",
        "HEALTHCHECK --bogus NONE",
        "HEALTHCHECK --interval=0s --retries=0 CMD a",
        "ARG --a b",
        "STOPSIGNAL --a 9",
        "STOPSIGNAL sigrtmin+3",
        "COPY --link --parents --exclude=*.a --exclude=b c d",
        "ADD --keep-git-dir=true --unpack --checksum=sha256:a https://example.com/a b",
        "RUN --mount=type=ssh --mount=type=secret,id=a,env=B --device=c d",
        "RUN --mount=type=cache,target=/a,sharing=locked,uid=1,gid=1,mode=0755 b",
        "RUN --mount=type=$a,target=/b,uid=0 c",
        "RUN --mount=type=tmpfs,target=/a,size=1g b",
        "COPY --from=example.com/a:1 b c",
        "COPY --chmod=u=rwX,go=rX a b",
        "COPY --chmod=$a b c",
        "EXPOSE $a 80",
        "ONBUILD RUNN a",
        "FROM --platform=$BUILDPLATFORM b",
        "FROM --platform=linux b",
        "FROM $TARGETARCH",
        "COPY <<'EOF' /b\n${a.b}\nEOF",
        "USER $a",
        "VOLUME $a",
        "RUN echo ${a.b}"
      })
  void noneIsFound(String instruction) {
    assertThat(problems("FROM a\n" + instruction + "\n")).isEmpty();
  }

  @Test
  void aDefaultThatMakesNoImageIsNone() {
    assertThat(problems("ARG a\nFROM $a\n")).isEmpty();
    assertThat(problems("ARG a\nFROM b:$a\n")).isEmpty();
    assertThat(problems("ARG a=B\nFROM $a\n")).isEmpty();
  }

  @Test
  void aFileNeedsAnInstruction() {
    assertThat(problems(""))
        .containsExactly("There is no instruction in this file; begin with FROM");
    assertThat(problems("# a\n"))
        .containsExactly("There is no instruction in this file; begin with FROM");
  }

  @Test
  void aFileNeedsAStage() {
    assertThat(problems("ARG a\n")).containsExactly("There is no stage to build; add a FROM below");
  }

  @Test
  void onlyArgsStandBeforeTheFirstStage() {
    assertThat(problems("ARG a\nENV b=c\nUSER d\nFROM e\n"))
        .containsExactly("ENV stands before any FROM, where only ARG may; move it below");
  }

  @Test
  void aStageIsCopiedFromOnlyBelowIt() {
    assertThat(problems("FROM a\nCOPY --from=b c d\nFROM a AS b\n"))
        .containsExactly("b is a later stage; move it above this one");
    assertThat(problems("FROM a AS b\nRUN --mount=from=b,target=/c d\n"))
        .containsExactly("b is this very stage; name an earlier one");
  }

  @Test
  void eachPointsAtTheWordAtFault() {
    assertThat(
            places(
                "FROM a AS -b\nCOPY --form=c d \\\n  e\nEXPOSE 80 x\nHEALTHCHECK --interval=x CMD y\n"))
        .containsExactly("-b", "--form=c", "x", "x");
  }

  @Test
  void theFirstIsTheOneThatBuildKitReports() {
    assertThat(parse("USER ${}\nFROM a\nRUNN b\nENV c\n").problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.SYNTAX, Problem.Kind.INSTRUCTION, Problem.Kind.INSTRUCTION);
  }

  @Test
  void oneDoesNotHideAnother() {
    assertThat(problems("FROM a\nRUNN b\nENV c\nUSER ${}\n")).hasSize(3);
  }

  @Test
  void triggersAreCheckedInTheStageThatRunsThem() {
    String text = "FROM a AS b\nONBUILD COPY c\nFROM b\n";

    assertThat(problems(text))
        .containsExactly("COPY needs a source and a destination; add the destination");
    assertThat(parse(text).problems().get(0).range().from().line()).isEqualTo(3);
  }

  @Test
  void aLineOfMoreThan64KibibytesIsOne() {
    assertThat(problems("FROM a\nRUN " + "b".repeat(65_532) + "\n")).hasSize(1);
    assertThat(problems("FROM a\nRUN " + "b".repeat(65_531) + "\n")).isEmpty();
    assertThat(problems("FROM a\nRUN " + "b".repeat(65_532))).hasSize(1);
    assertThat(problems("FROM a\nRUN " + "b".repeat(65_531))).isEmpty();
    assertThat(problems("FROM a\nRUN " + "\u20ac".repeat(21_844) + "\n")).hasSize(1);
  }

  @Test
  void utf16IsOne() {
    byte[] bytes = "\uFEFFFROM a\n".getBytes(StandardCharsets.UTF_16LE);

    assertThat(Dockerfile.parse(Source.of("Dockerfile", bytes)).problems())
        .extracting(Problem::message)
        .containsExactly("Docker reads only UTF-8, and this is UTF-16; save the file as UTF-8");
  }

  @Test
  void messagesAreOneShortLine() {
    String long500 = "x".repeat(500);
    String text =
        "FROM a AS -" + long500 + "\nRUN --" + long500 + " b\nEXPOSE " + long500 + "\n" + long500;

    assertThat(problems(text))
        .hasSize(4)
        .allSatisfy(message -> assertThat(message).hasSizeLessThan(140).doesNotContain("\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "'RUN --mount=type=cache,tagret=/c a', 'RUN --mount=type=cache,target=/c a'",
    "'RUN --netwrk=none a', 'RUN --network=none a'",
    "'SHELL /bin/ash -e -c', 'SHELL [\"/bin/ash\", \"-e\", \"-c\"]'",
    "'HEALTHCHECK curl a', 'HEALTHCHECK CMD curl a'",
    "'HEALTHCHECK NONE a b', 'HEALTHCHECK NONE'",
    "'FROM a b', 'FROM a AS b'",
    "'ONBUILD ONBUILD RUN a', 'ONBUILD RUN a'",
    "'COPY --link --link a b', 'COPY --link a b'",
  })
  void aProblemKnowsWhatWasMeant(String line, String meant) {
    Source source = Source.of("Dockerfile", "FROM alpine\n" + line);
    TextEdit edit = Dockerfile.parse(source).problems().get(0).remedy().orElseThrow();
    String text = source.text();
    String mended =
        text.substring(0, edit.range().start())
            + edit.replacement()
            + text.substring(edit.range().end());
    assertThat(mended).isEqualTo("FROM alpine\n" + meant);
  }
}
