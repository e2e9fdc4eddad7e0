package io.github.dockeraudit.dockerfile;

/** The instructions by keyword. */
enum Keyword {
  ADD,
  ARG,
  CMD,
  COPY,
  ENTRYPOINT,
  ENV,
  EXPOSE,
  FROM,
  HEALTHCHECK,
  LABEL,
  MAINTAINER,
  ONBUILD,
  RUN,
  SHELL,
  STOPSIGNAL,
  USER,
  VOLUME,
  WORKDIR,
  UNKNOWN;

  private static final Keyword[] ALL = values();

  /** The keyword that a stretch of text is, in any case of letters. */
  static Keyword of(String text, int start, int end) {
    for (Keyword keyword : ALL) {
      String name = keyword.name();
      if (keyword != UNKNOWN
          && name.length() == end - start
          && text.regionMatches(true, start, name, 0, end - start)) {
        return keyword;
      }
    }
    return UNKNOWN;
  }

  /** Whether heredocs may follow it. */
  boolean takesHeredocs() {
    return this == RUN || this == COPY || this == ADD;
  }
}
