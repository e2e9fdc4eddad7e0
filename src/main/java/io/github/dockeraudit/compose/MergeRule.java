package io.github.dockeraudit.compose;

/** What an override does to the value of an attribute. */
enum MergeRule {
  /** Mappings merge key by key, lists grow, scalars are replaced. */
  DEFAULT,
  /** The value is replaced as a whole. */
  REPLACE,
  /** Both forms of a build become the long one, then as by default. */
  BUILD,
  /**
   * Lists of {@code NAME=value} and mappings count alike; a later value replaces an earlier one.
   */
  VARIABLES,
  /** A lone value counts as a list of one; lists grow. */
  LIST,
  /** Hosts of both forms are collected, each once. */
  HOSTS,
  /** A list of names counts as a mapping without values. */
  NAMES,
  /** A list of services counts as a mapping with the condition {@code service_started}. */
  DEPENDENCIES,
  /** Options merge only for the same driver. */
  LOGGING,
  /** Subnets merge with the one of the same address. */
  SUBNETS
}
