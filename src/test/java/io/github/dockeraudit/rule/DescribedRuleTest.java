package io.github.dockeraudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.dockerfile.Dockerfile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DescribedRuleTest {

  private record Counting(AtomicInteger asked) implements DockerfileRule {

    @Override
    public RuleInfo.Builder describe() {
      asked.incrementAndGet();
      return RuleInfo.info("DA1499", "test");
    }

    @Override
    public Stream<Finding> check(Dockerfile file) {
      return Stream.empty();
    }
  }

  @Test
  void rulesOfOneClassAreAskedOnceWhatTheyAre() {
    AtomicInteger asked = new AtomicInteger();
    Stream<RuleInfo> infos =
        IntStream.range(0, 100).parallel().mapToObj(i -> new Counting(asked).info());
    assertThat(infos.distinct()).hasSize(1);
    assertThat(asked).hasValue(1);
  }

  /** A rule that comes from a JAR of its own. */
  public static final class Foreign implements DockerfileRule {

    @Override
    public RuleInfo.Builder describe() {
      return RuleInfo.error("ACME1101", "foreign-registry");
    }

    @Override
    public Stream<Finding> check(Dockerfile file) {
      return Stream.empty();
    }
  }

  @Test
  void onlyARuleOfOursIsThereSinceAVersionOfOursUnlessItSaysSo() {
    assertThat(RuleInfo.error("DA1101", "some-fault").build().since()).isEqualTo("1.0.0");
    assertThat(RuleInfo.error("SC2086", "some-fault").build().since()).isEqualTo("1.0.0");
    assertThat(new Foreign().info().since()).isEqualTo("own");
    RuleInfo.Builder said = RuleInfo.error("ACME1101", "some-fault").since("7");
    assertThat(said.build().since()).isEqualTo("7");
    assertThat(said.build().toBuilder().build()).isEqualTo(said.build());
  }

  @Test
  void whatIsSaidInSeveralWordsAddsUp() {
    RuleInfo info =
        RuleInfo.warning("DA1499", "test")
            .aliases("a:1")
            .buildkit("Check")
            .aliasesOf("b", " 2\n3 ")
            .references("https://example.com/1")
            .references("https://example.com/2")
            .flag("strict", "Whether all counts")
            .number("most", 3, "How many may be")
            .build();

    assertThat(info.aliases())
        .containsExactly(
            "a:1", "buildkit:Check", "tally:buildkit/Check", "dockadvisor:Check", "b:2", "b:3");
    assertThat(info.references())
        .containsExactly(URI.create("https://example.com/1"), URI.create("https://example.com/2"));
    assertThat(info.options())
        .containsExactly(
            new Option("strict", Option.Type.FLAG, "false", "Whether all counts"),
            new Option("most", Option.Type.NUMBER, "3", "How many may be"));
  }

  private static final class OwnLoader extends ClassLoader {

    OwnLoader() {
      super(Rule.class.getClassLoader());
    }

    Rule foreign() throws IOException, ReflectiveOperationException {
      String file = Foreign.class.getName().replace('.', '/') + ".class";
      try (InputStream code = getParent().getResourceAsStream(file)) {
        byte[] bytes = code.readAllBytes();
        return (Rule)
            defineClass(Foreign.class.getName(), bytes, 0, bytes.length)
                .getConstructor()
                .newInstance();
      }
    }
  }

  @Test
  void whatWasSaidDoesNotKeepTheClassLoaderOfARule() throws Exception {
    WeakReference<ClassLoader> loader = loaderOfADescribedRule();
    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(loader.get()).isNull();
  }

  private static WeakReference<ClassLoader> loaderOfADescribedRule() throws Exception {
    Rule rule = new OwnLoader().foreign();
    assertThat(rule.getClass()).isNotEqualTo(Foreign.class);
    assertThat(rule.info().name()).isEqualTo("foreign-registry");
    return new WeakReference<>(rule.getClass().getClassLoader());
  }
}
