package io.github.dockeraudit.compose;

/**
 * What the compose specification says of one key.
 *
 * @param name the key; empty for one that may have any name
 * @param shape what may stand there
 * @param required whether it must be there
 * @param merge what an override does to it
 * @param itemKey by what the items of a list replace each other
 */
record Attribute(String name, Shape shape, boolean required, MergeRule merge, ItemKey itemKey) {

  /** A key that begins with {@code x-}. */
  static final Attribute EXTENSION = of(Shape.ANY);

  /** A key of any name, without rules of its own. */
  static Attribute of(Shape shape) {
    return new Attribute("", shape, false, MergeRule.DEFAULT, ItemKey.NONE);
  }
}
