package io.github.dockeraudit.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "imag: web | 'imag' is not known in 'web'; did you mean 'image'?",
        "zzz: 1 | 'zzz' is not known in 'web'; remove it or begin it with 'x-'",
        "ports: 80 | 'ports' must be a list, not '80'",
        "ports: {a: b} | 'ports' must be a list, not a mapping",
        "ports: | 'ports' has no value; give it a list or remove it",
        "environment: | 'environment' has no value; give it a list or a mapping or remove it",
        "environment: [{A: b}] | 'environment' must be a string, not a mapping",
        "environment: {A: [b]} | 'A' must be a string, a number or true or false, not a list",
        "user: 1000 | 'user' must be a string, not '1000'; put it in quotes",
        "user: 2001-12-14 | 'user' must be a string, not '2001-12-14'; put it in quotes",
        "privileged: maybe | 'privileged' must be true or false, not 'maybe'",
        "mem_limit: lots | 'mem_limit' must be a size like 512m, not 'lots'",
        "pids_limit: many | 'pids_limit' must be a number, not 'many'",
        "scale: 1.5 | 'scale' must be a whole number, not '1.5'",
        "stop_grace_period: 10 | 'stop_grace_period' must be a duration like 30s, not '10'",
        "cgroup: hots | 'cgroup' must be 'host' or 'private', not 'hots'; did you mean 'host'?",
        "security_opt: [a, a] | This is already listed in line 4; remove one of the two",
        "healthcheck: {test: [CMD, 5]} | 'test' must be a string, not '5'; put it in quotes",
        "deploy: {resources: {limits: {memory: 5}}} | 'memory' must be a size like '512m', not '5'",
        "ulimits: {nofile: {soft: 1}} | 'nofile' lacks 'hard'; add it",
        "depends_on: {web2: } | 'web2' has no value; give it a mapping or remove it",
        "container_name: x | 'container_name' must be a name of at least two letters, digits, '_',"
            + " '.' and '-', not 'x'",
        "pull_policy: often | 'pull_policy' must be always, missing, never, build, daily, weekly or"
            + " every_12h, not 'often'",
      })
  void whatTheSpecificationDoesNotAllowIsSaid(String attribute, String message) {
    String text =
        "services:\n  web:\n    image: web\n    " + attribute + "\n  web2: {image: web}\n";

    assertThat(ComposeTexts.load(text).problems())
        .extracting(Problem::message)
        .containsExactly(message);
    assertThat(ComposeTexts.load(text).problems().get(0).range().from().line()).isEqualTo(4);
  }

  @Test
  void theValueThatIsWrongIsPointedAt() {
    assertThat(ComposeTexts.load("version: 3.8\nservices: {}\n").problems())
        .extracting(problem -> problem.range().text())
        .containsExactly("3.8");
    assertThat(ComposeTexts.load("servces: {}\n").problems())
        .extracting(problem -> problem.range().text())
        .containsExactly("servces");
  }

  @Test
  void aServiceAtTheTopLevelIsTold() {
    assertThat(ComposeTexts.problems("web:\n  image: web\n"))
        .containsExactly("compose.yaml:1:1 'web' is no section; move it below 'services'");
  }

  @Test
  void aKeyThatIsNoStringIsTold() {
    assertThat(ComposeTexts.problems("services: {web: {image: web, labels: {1: x}}}"))
        .containsExactly("compose.yaml:1:39 Key 1 is no string; put it in quotes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "version: '3'\n", "include: []\n"})
  void anEmptyFileIsAProblem(String text) {
    assertThat(ComposeTexts.problems(text))
        .containsExactly("compose.yaml:1:1 The file is empty; declare services in it");
  }

  @Test
  void aFileThatIsNoMappingIsAProblem() {
    assertThat(ComposeTexts.problems("- a\n"))
        .contains("compose.yaml:1:1 A compose file must be a mapping; begin with 'services:'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version: '3.8'\nservices: {web: {image: web}}",
        "x-common: &c {restart: always}\nservices: {web: {image: web, <<: *c}}",
        "services: {web: {image: web, x-own: {any: [thing]}}}",
        "services: {x-web: {image: web}}",
        "services: {web: {image: web, command: null, deploy: null, pid: null}}",
        "services: {web: {image: web, privileged: yes, tty: 'true', read_only: off}}",
        "services: {web: {image: web, mem_limit: 1g, memswap_limit: 2000000, cpus: '0.5'}}",
        "services: {web: {image: web, ports: [80, '81', {target: 82}], expose: [80, '81']}}",
        "services: {web: {image: web, healthcheck: {test: curl x, retries: '3', interval: 1m}}}",
        "services: {web: {image: web, healthcheck: {disable: true}}}",
        "services: {web: {image: web, env_file: [a.env, {path: b.env, required: false}]}}",
        "services: {web: {image: web, labels: [a=b, c]}}",
        "services: {web: {image: web, ulimits: {nofile: 5, nproc: {soft: 1, hard: 2}}}}",
        "services: {web: {image: web, networks: {one: {ipv4_address: 10.0.0.1}}}}\n"
            + "networks: {one: {ipam: {config: [{subnet: 10.0.0.0/8}]}}}",
        "services: {web: {build: {context: ., dockerfile_inline: 'FROM web'}}}",
        "services: {web: {build: {context: ., secrets: [s], ssh: [default], ulimits: {nofile: 5}}}}\n"
            + "secrets: {s: {environment: S}}",
        "services: {web: {image: web, secrets: [{source: s, mode: 0440}]}}\n"
            + "secrets: {s: {file: ./s.txt}}",
        "services: {web: {image: web, configs: [c]}}\nconfigs: {c: {content: text}}",
        "services: {web: {image: web, gpus: all, devices: ['/dev/a:/dev/b']}}",
        "services: {web: {image: web, deploy: {resources: {reservations: {devices:"
            + " [{driver: nvidia, count: all, capabilities: [gpu]}]}}}}}",
        "services: {web: {image: web, develop: {watch: [{action: sync, path: ., target: /app}]}}}",
        "services: {web: {image: web, extra_hosts: ['a:1.2.3.4'], dns: 8.8.8.8}}",
        "services: {web: {image: web, logging: {driver: local, options: {max-file: 3}}}}",
        "services: {web: {provider: {type: model, options: {a: b}}}}",
        "services: {web: {image: web, models: [llm]}}\nmodels: {llm: {model: x}}",
        "name: shop\nvolumes: {a: {external: true}, b: {driver_opts: {o: bind}}}\nservices: {}",
        "networks: {a: {external: {name: b}}}\nservices: {}",
      })
  void whatComposeAcceptsIsNotRefused(String text) {
    assertThat(ComposeTexts.problems(text)).isEmpty();
  }
}
