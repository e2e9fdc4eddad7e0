package io.github.dockeraudit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFormTest {

  @ParameterizedTest
  @CsvSource({
    "text, a",
    "url, https://example.com",
    "url, git+ssh://git@example.com:22/a?b#c",
    "rfc3339, 2026-09-01T12:00:00Z",
    "rfc3339, 2021-03-10T10:26:33.564595127+01:00",
    "rfc3339, 2026-09-01 12:00:60z",
    "spdx, MIT",
    "spdx, mit or apache-2.0",
    "spdx, GPL-2.0+",
    "spdx, GPL-2.0-only WITH Classpath-exception-2.0",
    "spdx, (MIT AND (BSD-3-Clause OR ISC))",
    "spdx, DocumentRef-spdx-tool-1.2:LicenseRef-MIT-Style-2",
    "spdx, NOASSERTION",
    "hash, 2dbfae9",
    "hash, 43C572F1272b6b3171dd1db9e41b7027128ce080",
    "semver, 1.0.0",
    "semver, 2.0.1-rc1",
    "semver, 1.0.0-alpha.1+build.5",
    "email, team+docker@mail.example.com",
  })
  void acceptsWhatHasTheForm(String form, String value) {
    assertThat(LabelForm.named(form).orElseThrow().accepts(value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "text, ' '",
    "url, example.com",
    "url, https://",
    "rfc3339, 2026-09-01",
    "rfc3339, 2026-13-01T12:00:00Z",
    "rfc3339, 2026-09-01T24:00:00Z",
    "spdx, ''",
    "spdx, not-spdx",
    "spdx, MIT OR",
    "spdx, (MIT",
    "spdx, MIT)",
    "spdx, MIT ISC",
    "spdx, 'MIT, ISC'",
    "spdx, MIT WITH ISC",
    "spdx, Classpath-exception-2.0",
    "hash, 2dbfae",
    "hash, v1.0.0-rc",
    "semver, 1.0",
    "semver, 01.0.0",
    "semver, 1.0.0-01",
    "semver, v1.0.0",
    "email, team at example",
    "email, a@b@c",
  })
  void refusesWhatHasNot(String form, String value) {
    assertThat(LabelForm.named(form).orElseThrow().accepts(value)).isFalse();
  }
}
