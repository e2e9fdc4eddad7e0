package io.github.dockeraudit.mojo;

import io.github.dockeraudit.disk.Digest;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Tells by a digest whether two objects hold the same.
 *
 * <p>Ours are looked through field by field, so that a parameter or setting that is added counts by
 * itself. What Maven injects is left out: see {@link Surroundings}.
 */
final class Description {

  private static final String OURS = "io.github.dockeraudit.";
  private static final String MAVENS = "org.apache.maven.";

  private final Digest digest = new Digest();
  private boolean isComplete = true;

  private Description() {}

  /** A digest of all that the objects hold; empty if some of it is of a type that is not known. */
  static Optional<byte[]> of(Object... objects) {
    Description description = new Description();
    for (Object object : objects) {
      description.add(object);
    }
    return description.isComplete ? Optional.of(description.digest.value()) : Optional.empty();
  }

  private void add(Object value) {
    if (value == null) {
      digest.add("null");
    } else if (isPlain(value)) {
      digest.add(value.getClass().getName()).add(value.toString());
    } else if (value instanceof Enum<?> constant) {
      digest.add(constant.name());
    } else if (value instanceof Optional<?> optional) {
      add(optional.orElse(null));
    } else if (value instanceof List<?> list) {
      addAll(list);
    } else if (value instanceof Map<?, ?> map) {
      add(map);
    } else if (value instanceof PlexusConfiguration element) {
      add(element);
    } else if (value instanceof Object[] array) {
      addAll(Arrays.asList(array));
    } else if (value.getClass().getName().startsWith(OURS)) {
      addFields(value);
    } else {
      isComplete = false;
    }
  }

  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Number
        || value instanceof Character
        || value instanceof File
        || value instanceof Path
        || value instanceof LocalDate;
  }

  private void addAll(List<?> values) {
    digest.add(values.size());
    for (Object value : values) {
      add(value);
    }
  }

  /** Sorted, as the order of a map may be another one in each run of Java. */
  private void add(Map<?, ?> map) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      sorted.put(String.valueOf(entry.getKey()), entry.getValue());
      isComplete &= entry.getKey() instanceof String;
    }
    digest.add(sorted.size());
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      digest.add(entry.getKey());
      add(entry.getValue());
    }
  }

  private void add(PlexusConfiguration element) {
    add(element.getName());
    add(element.getValue(""));
    addAll(Arrays.asList(element.getChildren()));
  }

  private void addFields(Object object) {
    for (Class<?> type = object.getClass();
        type.getName().startsWith(OURS);
        type = type.getSuperclass()) {
      digest.add(type.getName());
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !field.getType().getName().startsWith(MAVENS)) {
          digest.add(field.getName());
          add(valueOf(field, object));
        }
      }
    }
  }

  private static Object valueOf(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(field + " was made accessible", impossible);
    }
  }
}
